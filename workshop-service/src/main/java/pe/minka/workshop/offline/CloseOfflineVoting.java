package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.BeforeClose;
import pe.minka.workshop.ballot.Polling;

import java.util.UUID;

/** A round waits for its devices, as long as was declared, and for the acts on what was kept aside. */
@ApplicationScoped
class CloseOfflineVoting implements BeforeClose {

    private final OfflineVoting offlineVoting;
    private final OfflineEnvelopes envelopes;
    private final Polling polling;
    private final Statements statements;

    CloseOfflineVoting(
            OfflineVoting offlineVoting, OfflineEnvelopes envelopes, Polling polling, Statements statements) {
        this.offlineVoting = offlineVoting;
        this.envelopes = envelopes;
        this.polling = polling;
        this.statements = statements;
    }

    @Override
    public void lacks(UUID round, Problem missing) {
        var declared = offlineVoting.find(round);
        if (declared.isEmpty()) {
            return;
        }
        var vote = polling.known(round);
        boolean over = vote.deadline() != null
                && !vote.now().isBefore(vote.deadline().plus(declared.get().syncMinutes()));
        int away = statements.count(
                "select count(*) from polling_device where round = ? and kind = 'OFFLINE_DEVICE'"
                        + " and returned_at is null and revoked_at is null",
                round);
        if (away > 0 && !over) {
            missing.error("", "devices-away", "devices", away);
        }
        int undecided = envelopes.undecided(round);
        if (undecided > 0) {
            missing.error("", "envelopes-undecided", "envelopes", undecided);
        }
    }

    @Override
    public void conclude(UUID round) {
        statements.execute("delete from ballot_aside where round = ?", round);
        offlineVoting.destroyKey(round);
    }
}
