package pe.minka.allocation.coordination;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The coordination meetings of all entities. */
@ApplicationScoped
class Meetings implements PanacheRepositoryBase<MeetingRow, UUID> {

    MeetingRow require(UUID meeting) {
        return findByIdOptional(meeting).orElseThrow(() -> Problem.notFound().toException());
    }

    /** Those that an entity took part in, the newest first. */
    List<MeetingRow> attendedBy(EntityCode entity) {
        return list("select m from MeetingRow m where ?1 member of m.entities order by m.heldOn desc, m.id", entity);
    }
}
