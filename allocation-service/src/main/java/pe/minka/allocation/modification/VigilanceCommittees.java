package pe.minka.allocation.modification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.Optional;
import java.util.UUID;

/** The vigilance committees this service has heard of. */
@ApplicationScoped
class VigilanceCommittees implements PanacheRepositoryBase<VigilanceCommitteeRow, UUID> {

    /** That of the process, or else the standing one of the entity; empty where none was constituted. */
    Optional<VigilanceCommitteeRow> of(EntityCode entity, ProcessId process) {
        return find("process = ?1", process)
                .firstResultOptional()
                .or(() -> find("entity = ?1 and process is null", entity).firstResultOptional());
    }
}
