package pe.minka.workshop.poll;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Agents;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Those whom a channel names: agents by the credentials on their cards, citizens of a poll by their documents, as the
 * roll of the round is of the ones or the others. Whether they may vote the roll alone decides, as it was frozen and
 * changed by acts since: an accreditation that ended later takes nobody off it, over no channel.
 */
@ApplicationScoped
public class Voters {

    private final Agents agents;
    private final Respondents respondents;
    private final Statements statements;

    Voters(Agents agents, Respondents respondents, Statements statements) {
        this.agents = agents;
        this.respondents = respondents;
        this.statements = statements;
    }

    /** Who they are, as they were typed: two spellings are one voter; who is unknown is missing from the answer. */
    public Map<String, UUID> named(Polling.Vote vote, Collection<String> names) {
        if (!vote.rule().ofAgents()) {
            return respondents.identifiers(vote, names);
        }
        Map<String, UUID> found = new HashMap<>();
        agents.everByCredential(vote.process(), names).forEach((typed, agent) -> found.put(typed, agent.value()));
        return found;
    }

    public Optional<UUID> named(Polling.Vote vote, String name) {
        return Optional.ofNullable(named(vote, List.of(name)).get(name));
    }

    /**
     * Where the roll grows with whoever is met: they are on it from now on.
     *
     * @param zones where each was met, in the same order
     */
    public void meet(Polling.Vote vote, List<UUID> voters, @Nullable String[] zones) {
        if (vote.rule().ofRespondents()) {
            respondents.meet(vote.round(), voters, zones);
        }
    }

    /** Refuses who has no place on the roll, or whose place has voted. What decides is the roll again, with the ballot. */
    public void mustHaveFreePlace(UUID round, UUID voter) {
        if (statements.count("select count(*) from roll_entry where round = ? and agent = ?", round, voter) == 0) {
            throw Problem.unprocessable("voter-not-on-roll").toException();
        }
        if (statements.count(
                        "select count(*) from strike_off s join roll_entry e using (round, seat)"
                                + " where e.round = ? and e.agent = ?",
                        round,
                        voter)
                > 0) {
            throw Problem.conflict("already-voted").toException();
        }
    }
}
