package pe.minka.allocation.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** The sessions of all bodies. */
@ApplicationScoped
class Sessions implements PanacheRepositoryBase<SessionRow, UUID> {

    List<SessionRow> of(ProcessId process) {
        return list("process = ?1 order by body, year, ordinal", process);
    }

    List<SessionRow> of(ProcessId process, String body, int year) {
        return list("process = ?1 and body = ?2 and year = ?3 order by ordinal", process, body, year);
    }
}
