package pe.minka.allocation.classification;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The classifications of all projects. */
@ApplicationScoped
public class Classifications implements PanacheRepositoryBase<ClassificationRow, UUID> {

    private final Documents documents;

    Classifications(Documents documents) {
        this.documents = documents;
    }

    /** The class that each project counts under, by its id. */
    public Map<UUID, String> mainOf(ProcessId process) {
        var main = new HashMap<UUID, String>();
        standing(process).forEach((proposal, classification) -> main.put(proposal, classification.main()));
        return main;
    }

    /** The classification of each project that stands. */
    Map<UUID, Classification> standing(ProcessId process) {
        var standing = new LinkedHashMap<UUID, Classification>();
        for (var row : list("process = ?1 order by sequence, proposal", process)) {
            standing.put(
                    row.proposal,
                    new Classification(
                            row.proposal,
                            row.main,
                            documents.read(row.secondary, new TypeReference<List<String>>() {})));
        }
        return standing;
    }

    int sequence(ProcessId process, UUID proposal) {
        return (int) count("process = ?1 and proposal = ?2", process, proposal);
    }
}
