package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.util.List;
import java.util.UUID;

/** Decides by an act what becomes of a ballot that was kept aside. */
@ApplicationScoped
class DecideConflict {

    private final Polling polling;
    private final OfflineEnvelopes envelopes;

    DecideConflict(Polling polling, OfflineEnvelopes envelopes) {
        this.polling = polling;
        this.envelopes = envelopes;
    }

    enum Decision {
        COUNTED,
        SET_ASIDE
    }

    /** @param voter whose ballot it is, where the envelope named nobody who is known */
    @Transactional
    OfflineEnvelopes.Waiting decide(
            UUID round, UUID id, Decision decision, String document, String reason, @Nullable UUID voter) {
        polling.held(round).mustBeOpen();
        var waiting = envelopes
                .locked(id)
                .filter(each -> each.round().equals(round))
                .orElseThrow(() -> Problem.notFound().toException());
        if (waiting.decision() != null) {
            throw Problem.conflict("envelope-already-decided").toException();
        }
        if (decision == Decision.COUNTED) {
            count(waiting, voter);
        }
        envelopes.decide(id, decision.name(), document, reason);
        return envelopes.find(id).orElseThrow();
    }

    private void count(OfflineEnvelopes.Waiting waiting, @Nullable UUID named) {
        if (!waiting.because().isCountable()) {
            throw Problem.conflict("envelope-not-countable")
                    .with("because", waiting.because())
                    .toException();
        }
        var voter = waiting.voter() == null ? named : waiting.voter();
        if (voter == null) {
            throw Problem.unprocessable("voter-missing").toException();
        }
        var mark = polling.openAside(waiting.round(), envelopes.aside(waiting));
        var entry = polling.strikeOff(waiting.round(), Channel.OFFLINE_DEVICE, List.of(new Polling.Voter(voter, mark)))
                .get(0);
        switch (entry) {
            case STRUCK_OFF -> {}
            case ALREADY_VOTED -> throw Problem.conflict("already-voted").toException();
            case NOT_ON_ROLL -> throw Problem.unprocessable("voter-not-on-roll").toException();
        }
    }
}
