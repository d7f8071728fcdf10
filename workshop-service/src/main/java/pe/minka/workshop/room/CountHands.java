package pe.minka.workshop.room;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Polling;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Statements statements;
    private final Caller caller;

    CountHands(Polling polling, Statements statements, Caller caller) {
        this.polling = polling;
        this.statements = statements;
        this.caller = caller;
    }

    enum State {
        /** The other teller has not told. */
        WAITING,
        AGREED,
        /** The tellers differ, or there are more hands than voters: it is counted anew. */
        DISCARDED
    }

    /** @param present voters in the room who had not voted; once both tellers told */
    record Counted(int number, State state, @Nullable Integer present) {}

    private record Told(int number, UUID workshop, String teller, String hands) {}

    @Transactional
    Counted tell(UUID round, UUID workshop, HandCount count) {
        var vote = polling.alone(round);
        vote.mustAdmit(Channel.SHOW_OF_HANDS);
        vote.mustTakeVoters();
        admit(vote, workshop, count);
        var voters = statements.list(PRESENT, row -> row.getObject(1, UUID.class), round, workshop);
        long seats = statements.count(
                "select count(distinct seat) from roll_entry where round = ? and agent = any (?)",
                round,
                voters.toArray(UUID[]::new));
        if (count.total() > seats) {
            throw Problem.unprocessable("more-hands-than-present")
                    .with("hands", count.total())
                    .with("present", seats)
                    .toException();
        }
        var other = waiting(round);
        if (other.isEmpty()) {
            return first(round, workshop, count);
        }
        if (other.get().teller().equals(caller.subject())) {
            throw Problem.conflict("same-teller").toException();
        }
        boolean agreed =
                other.get().workshop().equals(workshop) && other.get().hands().equals(count.text());
        if (agreed) {
            strikeOff(vote, voters, count);
        }
        var state = agreed ? State.AGREED : State.DISCARDED;
        statements.execute(
                "update hand_count set state = ?, present = ? where round = ? and number = ?",
                state.name(),
                (int) seats,
                round,
                other.get().number());
        return new Counted(other.get().number(), state, (int) seats);
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

    private Counted first(UUID round, UUID workshop, HandCount count) {
        int number = 1 + statements.count("select count(*) from hand_count where round = ?", round);
        statements.execute(
                "insert into hand_count (round, number, workshop, teller, hands, state) values (?, ?, ?, ?, ?, 'WAITING')",
                round,
                number,
                workshop,
                caller.subject(),
                count.text());
        return new Counted(number, State.WAITING, null);
    }

    private Optional<Told> waiting(UUID round) {
        return statements.find(
                "select number, workshop, teller, hands from hand_count where round = ? and state = 'WAITING'",
                row -> new Told(row.getInt(1), row.getObject(2, UUID.class), row.getString(3), row.getString(4)),
                round);
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

    List<Counted> of(UUID round) {
        return statements.list(
                "select number, state, present from hand_count where round = ? order by number",
                row -> new Counted(row.getInt(1), State.valueOf(row.getString(2)), row.getObject(3, Integer.class)),
                round);
    }
}
