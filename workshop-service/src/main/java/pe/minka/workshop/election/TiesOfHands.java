package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.RoundResults;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.result.Results;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Settles what a count of hands left equal where it decides about a seat. Hands have no ballots that a seed could be drawn
 * from: the second round and the draw that the regulation names are those of a round among the equal ones.
 */
@ApplicationScoped
class TiesOfHands {

    private static final Set<String> SETTLED_BY_A_ROUND = Set.of("SECOND_ROUND", "DRAW");

    private final RoundResults results;
    private final Results settled;
    private final Elections elections;

    TiesOfHands(RoundResults results, Results settled, Elections elections) {
        this.results = results;
        this.settled = settled;
        this.elections = elections;
    }

    /** The count with its standings. @throws io.quarkiverse.resteasy.problem.HttpProblem while a tie waits */
    ElectionCounts.Counted settled(BudgetProcess process, Election.Kind kind, ProclaimElection.Outcome outcome) {
        var votes = outcome.votes();
        var ties = tiesAboutSeats(outcome);
        var tieRound = Objects.requireNonNull(outcome.handCount()).tieRound();
        if (tieRound == null) {
            boolean settles =
                    process.regulation().selection().tieBreak().stream().anyMatch(SETTLED_BY_A_ROUND::contains);
            if (settles && !ties.isEmpty()) {
                throw waiting(ties.iterator().next());
            }
            return new ElectionCounts.Counted(votes, votes, null);
        }
        var counted = results.of(process.process(), tieRound)
                .orElseThrow(() -> Problem.conflict("round-not-tallied").toException());
        var tied = counted.votes().keySet().stream().map(AgentId::new).collect(Collectors.toSet());
        mustBeItsTie(kind, counted, ties, tied, tieRound);
        var places = settled.places(process.process(), tieRound).orElseThrow();
        mustBeSettled(outcome, tieRound);
        return new ElectionCounts.Counted(votes, standings(votes, tied, places), counted.closedAt());
    }

    /** Of equal candidates, where some are seated and others are not. */
    private static Collection<Set<AgentId>> tiesAboutSeats(ProclaimElection.Outcome outcome) {
        var seated =
                outcome.elected().stream().map(ProclaimElection.Chosen::agent).collect(Collectors.toSet());
        return outcome.votes().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, Collectors.mapping(Map.Entry::getKey, Collectors.toSet())))
                .values()
                .stream()
                .filter(equal -> equal.stream().anyMatch(seated::contains) && !seated.containsAll(equal))
                .toList();
    }

    /** One tie alone can be settled; another that decides about a seat waits still. */
    private void mustBeItsTie(
            Election.Kind kind,
            RoundResults.Counted counted,
            Collection<Set<AgentId>> ties,
            Set<AgentId> tied,
            UUID tieRound) {
        elections.proclaimedOn(tieRound).ifPresent(other -> {
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
        ties.stream().filter(tie -> !tie.equals(tied)).findFirst().ifPresent(other -> {
            throw waiting(other);
        });
        if (ties.isEmpty()) {
            throw Problem.unprocessable("round-of-no-tie").toException();
        }
    }

    private void mustBeSettled(ProclaimElection.Outcome outcome, UUID tieRound) {
        var seated =
                outcome.elected().stream().map(each -> each.agent().value()).toList();
        settled.awaiting(tieRound).stream()
                .filter(each -> each.stream().anyMatch(seated::contains) && !seated.containsAll(each))
                .findFirst()
                .ifPresent(each -> {
                    throw waiting(each.stream().map(AgentId::new).collect(Collectors.toSet()));
                });
    }

    private static RuntimeException waiting(Set<AgentId> tied) {
        return Problem.conflict("tie-not-settled")
                .with("tied", List.copyOf(tied))
                .toException();
    }

    /** Votes first; among the tied, who came before in the round. */
    private static Map<AgentId, Integer> standings(
            Map<AgentId, Integer> votes, Set<AgentId> tied, Map<UUID, Integer> places) {
        int step = tied.size() + 1;
        Map<AgentId, Integer> standings = new HashMap<>();
        votes.forEach((candidate, of) -> standings.put(
                candidate,
                Math.multiplyExact(of, step)
                        + (tied.contains(candidate) ? step - place(places.get(candidate.value())) : 0)));
        return standings;
    }

    private static int place(@Nullable Integer place) {
        return Objects.requireNonNull(place);
    }
}
