package pe.minka.allocation.modification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** What vigilance committees were told. */
@ApplicationScoped
class VigilanceNotices implements PanacheRepositoryBase<VigilanceNoticeRow, UUID> {

    VigilanceNoticeRow requireAlone(UUID notice) {
        return findByIdOptional(notice, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** Tells of a modification in the transaction that records it: no change is unknown to the committee. */
    void tell(ModificationRow modification, Agreement agreement, Drift drift) {
        var row = new VigilanceNoticeRow();
        row.id = UUID.randomUUID();
        row.process = agreement.process();
        row.entity = agreement.entity();
        row.agreement = agreement.id();
        row.modification = modification.id;
        row.driftMoved = drift.moved();
        row.driftPercent = drift.percent();
        row.noticedAt = modification.recordedAt;
        persist(row);
    }
}
