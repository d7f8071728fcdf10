package pe.minka.workshop.session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** All workshops. */
@ApplicationScoped
class Workshops implements PanacheRepositoryBase<Workshop, UUID> {

    /** In the order of their beginning. */
    List<Workshop> of(ProcessId process, @Nullable Workshop after, int limit) {
        var earliest = after == null ? Instant.EPOCH : after.startsAt;
        var id = after == null ? new UUID(0, 0) : after.workshop;
        return find(
                        "process = ?1 and (startsAt > ?2 or (startsAt = ?2 and workshop > ?3))"
                                + " order by startsAt, workshop",
                        process,
                        earliest,
                        id)
                .page(0, limit)
                .list();
    }

    Workshop known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound().toException());
    }

    Workshop locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }
}
