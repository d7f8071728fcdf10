package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.session.SessionRecords;

import java.util.UUID;

/** Calls an election of a committee, a chair or delegates that the regulation knows. */
@ApplicationScoped
class CallElection {

    private final Elections elections;
    private final SessionRecords sessions;

    CallElection(Elections elections, SessionRecords sessions) {
        this.elections = elections;
        this.sessions = sessions;
    }

    /** @param workshop the session that a chairing board is for; no other election has one */
    @Transactional
    Election call(
            BudgetProcess process, Election.Kind kind, String title, @Nullable UUID project, @Nullable UUID workshop) {
        CommitteeRules.of(process, kind);
        boolean ofSession = workshop != null && sessions.isOf(workshop, process.process());
        if (kind == Election.Kind.CHAIRING_BOARD ? !ofSession : workshop != null) {
            throw Problem.unprocessable("session-of-chair").toException();
        }
        var election = new Election(process.process(), process.entity(), kind, title, project, workshop);
        elections.persistAndFlush(election);
        return election;
    }
}
