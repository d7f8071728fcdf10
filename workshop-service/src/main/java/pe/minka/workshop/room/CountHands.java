package pe.minka.workshop.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.channel.ChannelActs;
import pe.minka.workshop.room.HandCounts.State;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Counts hands in an assembly: two tellers, neither of whom sees what the other counted. Where they agree, all who are
 * present with a vote are struck off; the hands are their ballots, and who raised none abstained, a blank one.
 */
@ApplicationScoped
class CountHands {

    private static final String PRESENT =
            "select t.agent from attendance t join roll_entry e on e.round = ? and e.agent = t.agent"
                    + " where t.workshop = ? and not exists ("
                    + "select from strike_off s where s.round = e.round and s.seat = e.seat)";

    private final Polling polling;
    private final HandCounts counts;
    private final Statements statements;
    private final ChannelActs acts;
    private final Caller caller;

    CountHands(Polling polling, HandCounts counts, Statements statements, ChannelActs acts, Caller caller) {
        this.polling = polling;
        this.counts = counts;
        this.statements = statements;
        this.acts = acts;
        this.caller = caller;
    }

    /** @param present once both tellers told */
    record Outcome(int number, State state, @Nullable Integer present) {}

    @Transactional
    Outcome tell(UUID round, UUID workshop, HandCount count) {
        var vote = polling.alone(round);
        vote.mustAdmit(Channel.SHOW_OF_HANDS);
        vote.mustTakeVoters();
        admit(vote, workshop, count);
        var voters = statements.list(PRESENT, row -> row.getObject(1, UUID.class), round, workshop);
        int seats = statements.count(
                "select count(distinct seat) from roll_entry where round = ? and agent = any (?)",
                round,
                voters.toArray(UUID[]::new));
        if (count.total() > seats) {
            throw Problem.unprocessable("more-hands-than-present")
                    .with("hands", count.total())
                    .with("present", seats)
                    .toException();
        }
        var waiting = counts.waiting(round);
        if (waiting.isEmpty()) {
            var begun = counts.begin(round, workshop);
            counts.tell(round, begun, told(round, begun.number(), workshop, count), count);
            return new Outcome(begun.number(), State.WAITING, null);
        }
        var first = waiting.get().first();
        if (first.teller().equals(caller.subject())) {
            throw Problem.conflict("same-teller").toException();
        }
        int number = waiting.get().begun().number();
        var second = told(round, number, workshop, count);
        counts.tell(round, waiting.get().begun(), second, count);
        boolean agreed =
                first.workshop().equals(workshop) && first.fingerprint().equals(second.fingerprint());
        if (agreed) {
            strikeOff(vote, voters, count);
        }
        var state = agreed ? State.AGREED : State.DISCARDED;
        counts.compare(round, number, state, seats);
        return new Outcome(number, state, seats);
    }

    private HandCounts.Told told(UUID round, int number, UUID workshop, HandCount count) {
        return new HandCounts.Told(caller.subject(), workshop, counts.fingerprint(round, number, count));
    }

    /** Gives up by an act a count whose second teller does not tell; hands are counted anew while the vote lasts. */
    @Transactional
    void discard(UUID round, int number, String document, String reason) {
        var vote = polling.alone(round);
        if (vote.isOver()) {
            throw Problem.conflict("round-not-open").toException();
        }
        if (!counts.discard(round, number, document, reason, caller.subject())) {
            throw Problem.conflict("hand-count-not-waiting").toException();
        }
        acts.tell(
                vote,
                new ChannelActs.Matter(
                        ChannelActs.Act.HAND_COUNT_DISCARDED, round + "/" + number, null, null, Map.of(), 1),
                new ChannelActs.Words(document, reason));
    }

    private void admit(Polling.Vote vote, UUID workshop, HandCount count) {
        if (vote.rule().needsMandate()) {
            throw Problem.conflict("vote-by-roll-call")
                    .with("law", vote.rule().law())
                    .toException();
        }
        if (vote.rule().secret()) {
            throw Problem.conflict("vote-is-secret")
                    .with("law", vote.rule().law())
                    .toException();
        }
        if (!vote.takesOneChoice()) {
            throw Problem.conflict("hands-need-one-choice").toException();
        }
        if (!vote.options().containsAll(count.hands().keySet())) {
            throw Problem.unprocessable("option-not-on-ballot").toException();
        }
        if (statements.count(
                        "select count(*) from workshop where workshop = ? and process = ? and state <> 'CONVENED'",
                        workshop,
                        vote.process().value())
                == 0) {
            throw Problem.unprocessable("assembly-not-open").toException();
        }
    }

    private void strikeOff(Polling.Vote vote, List<UUID> voters, HandCount count) {
        var entries = polling.strikeOff(
                vote.round(),
                Channel.SHOW_OF_HANDS,
                voters.stream().map(voter -> new Polling.Voter(voter, null)).toList());
        long struck = entries.stream()
                .filter(entry -> entry == Polling.Entry.STRUCK_OFF)
                .count();
        Map<String, Integer> marks = new HashMap<>();
        count.hands().forEach((option, hands) -> marks.put(polling.mark(vote.round(), List.of(option), null), hands));
        marks.merge("", (int) struck - count.total(), Integer::sum);
        polling.put(vote.round(), marks);
    }
}
