package pe.minka.allocation.plan;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The trees of all plans, each version of them. */
@ApplicationScoped
public class PlanTrees implements PanacheRepositoryBase<PlanTreeRow, UUID> {

    private final Documents documents;

    PlanTrees(Documents documents) {
        this.documents = documents;
    }

    /** The tree that stands; empty where none was recorded. */
    public Optional<PlanTree> of(ProcessId process) {
        return newest(process).map(this::tree);
    }

    Optional<PlanTreeRow> newest(ProcessId process) {
        return find("process = ?1 order by sequence desc", process).firstResultOptional();
    }

    PlanTree tree(PlanTreeRow row) {
        return new PlanTree(documents.read(row.nodes, new TypeReference<List<PlanTree.Node>>() {}));
    }
}
