package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.RoundResults;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.result.Results;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import static java.util.stream.Collectors.toSet;

/**
 * What the candidates of an election were counted: by a round of its own kind, or by hands in the room, as minutes and
 * tellers say. Nobody is without a count.
 */
@ApplicationScoped
class ElectionCounts {

    private static final int TELLERS = 2;

    private final Elections elections;
    private final RoundResults results;
    private final Results settled;
    private final Agents agents;
    private final TiesOfHands ties;

    ElectionCounts(Elections elections, RoundResults results, Results settled, Agents agents, TiesOfHands ties) {
        this.ties = ties;
        this.elections = elections;
        this.results = results;
        this.settled = settled;
        this.agents = agents;
    }

    /**
     * @param votes of each candidate
     * @param standings higher is better: by place in the settled order, so that a second round or the draw tells equal
     *     votes apart
     * @param closedAt of the round, or of that which settled a tie of hands; null where no round was held
     */
    record Counted(
            Map<AgentId, Integer> votes,
            Map<AgentId, Integer> standings,
            @Nullable Instant closedAt) {

        int standing(AgentId candidate) {
            return Objects.requireNonNull(standings.get(candidate));
        }
    }

    Counted of(BudgetProcess process, Election.Kind kind, Set<AgentId> candidates, ProclaimElection.Outcome outcome) {
        if (outcome.round() == null) {
            mustBeAttested(process, kind, candidates, outcome.handCount());
            mustCountAll(candidates, outcome.votes());
            return ties.settled(process, kind, outcome);
        }
        if (outcome.handCount() != null || !outcome.votes().isEmpty()) {
            throw Problem.unprocessable("count-beside-round").toException();
        }
        return ofRound(process, kind, candidates, outcome, outcome.round());
    }

    private void mustBeAttested(
            BudgetProcess process,
            Election.Kind kind,
            Set<AgentId> candidates,
            ProclaimElection.@Nullable HandCount count) {
        process.regulation()
                .ballotOf(kind.round().name())
                .filter(rule -> rule.secret())
                .ifPresent(rule -> {
                    throw Problem.conflict("vote-is-secret")
                            .with("law", rule.law())
                            .toException();
                });
        var held = results.of(
                process.process(),
                kind.round(),
                candidates.stream().map(AgentId::value).collect(toSet()));
        held.stream()
                .filter(round -> elections.proclaimedOn(round).isEmpty())
                .filter(round -> count == null || !round.equals(count.tieRound()))
                .findFirst()
                .ifPresent(round -> {
                    throw Problem.conflict("round-already-counted")
                            .with("round", round)
                            .toException();
                });
        var problem = Problem.unprocessable("count-not-attested");
        if (count == null) {
            throw problem.toException();
        }
        if (new HashSet<>(count.tellers()).size() < TELLERS) {
            problem.error("/handCount/tellers", "tellers-too-few", "needed", TELLERS);
        }
        var accredited = agents.accredited(process.process(), count.tellers());
        for (int i = 0; i < count.tellers().size(); i++) {
            var teller = count.tellers().get(i);
            if (!accredited.containsKey(teller) || candidates.contains(teller)) {
                problem.error("/handCount/tellers/" + i, "teller-not-fit", "agent", teller);
            }
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static void mustCountAll(Set<AgentId> candidates, Map<AgentId, Integer> votes) {
        var problem = Problem.unprocessable("votes-missing");
        candidates.stream()
                .filter(candidate -> !votes.containsKey(candidate))
                .forEach(candidate -> problem.error("/count", "votes-missing", "agent", candidate));
        votes.keySet().stream()
                .filter(counted -> !candidates.contains(counted))
                .forEach(counted -> problem.error("/count", "not-a-candidate", "agent", counted));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private Counted ofRound(
            BudgetProcess process,
            Election.Kind kind,
            Set<AgentId> candidates,
            ProclaimElection.Outcome outcome,
            UUID round) {
        var counted = results.of(process.process(), round)
                .orElseThrow(() -> Problem.conflict("round-not-tallied").toException());
        elections.proclaimedOn(round).ifPresent(other -> {
            throw Problem.unprocessable("round-of-another-election")
                    .with("election", other.election)
                    .toException();
        });
        if (counted.kind() != kind.round()) {
            throw Problem.unprocessable("round-of-another-kind")
                    .with("kind", counted.kind())
                    .with("needed", kind.round())
                    .toException();
        }
        Map<AgentId, Integer> votes = new HashMap<>();
        counted.votes().forEach((option, of) -> votes.put(new AgentId(option), of));
        mustBeTheBallot(candidates, votes.keySet());
        mustBeSettled(outcome, round);
        Map<AgentId, Integer> standings = new HashMap<>();
        settled.places(process.process(), round)
                .orElseThrow()
                .forEach((option, place) -> standings.put(new AgentId(option), Integer.MAX_VALUE - place));
        return new Counted(votes, standings, counted.closedAt());
    }

    /** Or somebody was voted for who does not stand, or stands and could not be voted for. */
    private static void mustBeTheBallot(Set<AgentId> candidates, Set<AgentId> options) {
        var problem = Problem.unprocessable("ballot-not-of-candidates");
        candidates.stream()
                .filter(candidate -> !options.contains(candidate))
                .forEach(candidate -> problem.error("/round", "candidate-not-on-ballot", "agent", candidate));
        options.stream()
                .filter(option -> !candidates.contains(option))
                .forEach(option -> problem.error("/round", "not-a-candidate", "agent", option));
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where a tie between seated and not seated waits for its second
     *     round
     */
    private void mustBeSettled(ProclaimElection.Outcome outcome, UUID round) {
        var seated =
                outcome.elected().stream().map(each -> each.agent().value()).toList();
        for (var tied : settled.awaiting(round)) {
            long of = tied.stream().filter(seated::contains).count();
            if (of > 0 && of < tied.size()) {
                throw Problem.conflict("tie-not-settled").with("tied", tied).toException();
            }
        }
    }
}
