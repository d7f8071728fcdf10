package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.channel.ChannelActs;
import pe.minka.workshop.offline.OfflineEnvelopes.Waiting;
import pe.minka.workshop.offline.OfflineEnvelopes.Word;
import pe.minka.workshop.poll.Voters;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Decides by an act what becomes of a ballot that was kept aside. One account can set it aside; it goes in the box when a
 * second account names the same voter, so that no one alone gives a ballot to somebody who did not come.
 */
@ApplicationScoped
class DecideConflict {

    private final Polling polling;
    private final OfflineEnvelopes envelopes;
    private final Voters voters;
    private final ChannelActs acts;
    private final Caller caller;

    DecideConflict(Polling polling, OfflineEnvelopes envelopes, Voters voters, ChannelActs acts, Caller caller) {
        this.polling = polling;
        this.envelopes = envelopes;
        this.voters = voters;
        this.acts = acts;
        this.caller = caller;
    }

    enum Decision {
        COUNTED,
        SET_ASIDE
    }

    /** @param voter whose ballot it is, where the envelope named nobody who is known */
    @Transactional
    Waiting decide(UUID round, UUID id, Decision decision, String document, String reason, @Nullable UUID voter) {
        var vote = polling.held(round);
        vote.mustBeOpen();
        var waiting = envelopes
                .locked(id)
                .filter(each -> each.round().equals(round))
                .orElseThrow(() -> Problem.notFound().toException());
        if (waiting.decision() != null) {
            throw Problem.conflict("envelope-already-decided").toException();
        }
        switch (decision) {
            case SET_ASIDE -> {
                var word = new Word(decision.name(), null, document, reason, caller.subject());
                envelopes.say(id, word);
                decided(vote, waiting, word, 1);
            }
            case COUNTED -> {
                var whose = voterOf(waiting, voter);
                count(vote, waiting, whose, new Word(decision.name(), whose, document, reason, caller.subject()));
            }
        }
        return envelopes.find(id).orElseThrow();
    }

    private static UUID voterOf(Waiting waiting, @Nullable UUID named) {
        if (!waiting.isCountable()) {
            throw Problem.conflict("envelope-not-countable")
                    .with("because", waiting.because())
                    .toException();
        }
        var voter = waiting.voter() == null ? named : waiting.voter();
        if (voter == null) {
            throw Problem.unprocessable("voter-missing").toException();
        }
        return voter;
    }

    /** Who says the same as the account before confirms it; who names another voter waits for somebody to agree. */
    private void count(Polling.Vote vote, Waiting waiting, UUID voter, Word word) {
        var same = envelopes.lastWord(waiting.conflict()).filter(before -> voter.equals(before.voter()));
        if (same.filter(before -> before.decidedBy().equals(word.decidedBy())).isPresent()) {
            throw Problem.conflict("decided-by-the-same-person").toException();
        }
        voters.mustHaveFreePlace(vote.round(), voter);
        envelopes.say(waiting.conflict(), word);
        if (same.isPresent()) {
            putInTheBox(waiting, voter);
            decided(vote, waiting, word, 2);
        }
    }

    private void putInTheBox(Waiting waiting, UUID voter) {
        var mark = polling.openAside(waiting.round(), envelopes.aside(waiting));
        var entry = polling.strikeOff(waiting.round(), Channel.OFFLINE_DEVICE, List.of(new Polling.Voter(voter, mark)))
                .get(0);
        switch (entry) {
            case STRUCK_OFF -> {}
            case ALREADY_VOTED -> throw Problem.conflict("already-voted").toException();
            case NOT_ON_ROLL -> throw Problem.unprocessable("voter-not-on-roll").toException();
        }
    }

    private void decided(Polling.Vote vote, Waiting waiting, Word word, int accounts) {
        envelopes.decide(waiting.conflict(), word);
        var act = switch (Decision.valueOf(word.decision())) {
            case COUNTED -> ChannelActs.Act.BALLOT_COUNTED;
            case SET_ASIDE -> ChannelActs.Act.BALLOT_SET_ASIDE;
        };
        acts.tell(
                vote,
                new ChannelActs.Matter(
                        act,
                        waiting.conflict().toString(),
                        null,
                        waiting.untimely() == null
                                ? waiting.because().name()
                                : waiting.untimely().name(),
                        Map.of(),
                        accounts),
                new ChannelActs.Words(word.document(), word.reason()));
    }
}
