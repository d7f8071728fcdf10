package pe.minka.allocation.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The plans this service has heard of, each version of them. */
@ApplicationScoped
public class Plans implements PanacheRepositoryBase<PlanVersion, PlanVersion.Key> {

    private final Documents documents;

    Plans(Documents documents) {
        this.documents = documents;
    }

    /** The objectives of each version, by its number. */
    public Map<Integer, List<Objective>> versions(ProcessId process) {
        var versions = new TreeMap<Integer, List<Objective>>();
        for (var version : list("key.process", process.value())) {
            versions.put(
                    version.key.version(), documents.read(version.objectives, new TypeReference<List<Objective>>() {}));
        }
        return versions;
    }
}
