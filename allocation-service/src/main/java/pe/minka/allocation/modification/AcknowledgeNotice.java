package pe.minka.allocation.modification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.util.UUID;

/** A member of the vigilance committee confirms that the committee knows of a modification, with what it has to say. */
@ApplicationScoped
class AcknowledgeNotice {

    private final VigilanceNotices notices;
    private final VigilanceCommittees committees;
    private final Caller caller;
    private final Clock clock;

    AcknowledgeNotice(VigilanceNotices notices, VigilanceCommittees committees, Caller caller, Clock clock) {
        this.notices = notices;
        this.committees = committees;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    VigilanceNoticeRow acknowledge(UUID notice, @Nullable String observation) {
        var row = notices.requireAlone(notice);
        caller.mustActFor(row.entity);
        if (committees.of(row.entity, row.process).isEmpty()) {
            throw Problem.conflict("committee-not-constituted").toException();
        }
        if (row.acknowledgedAt != null) {
            throw Problem.conflict("notice-already-acknowledged").toException();
        }
        row.acknowledgedAt = clock.instant();
        row.observation = observation;
        return row;
    }
}
