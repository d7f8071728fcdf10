package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Rounds;
import pe.minka.workshop.election.ElectionCounts.Counted;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** Proclaims who was elected, with the candidates and their count, once the regulation finds nothing against it. */
@ApplicationScoped
class ProclaimElection {

    private final Elections elections;
    private final ElectionCounts counts;
    private final Agents agents;
    private final Rounds rounds;
    private final Outbox outbox;

    ProclaimElection(Elections elections, ElectionCounts counts, Agents agents, Rounds rounds, Outbox outbox) {
        this.elections = elections;
        this.counts = counts;
        this.agents = agents;
        this.rounds = rounds;
        this.outbox = outbox;
    }

    record Chosen(AgentId agent, String post) {}

    /**
     * A count without ballots, as hands were counted in the room.
     *
     * @param minutes that hold it
     * @param tellers who told it: two agents at least, none of them a candidate
     * @param tieRound among those whom it left equal, some of them seated and others not; null where it left none
     */
    record HandCount(
            String minutes, List<AgentId> tellers, @Nullable UUID tieRound) {}

    /** @param votes as counted in the room; none where they come from the round */
    record Outcome(
            List<Chosen> elected,
            Map<AgentId, Integer> votes,
            @Nullable UUID round,
            @Nullable HandCount handCount,
            @Nullable Instant proclaimedAt) {}

    @Transactional
    Election proclaim(BudgetProcess process, UUID id, Outcome outcome) {
        var election = elections.locked(id);
        election.mustNotBeProclaimed();
        Map<AgentId, Candidate> candidates = new LinkedHashMap<>();
        elections.candidates(id).forEach(each -> candidates.put(each.agent(), each));
        mustBeCandidates(outcome, candidates);
        var counted = counts.of(process, election.kind, candidates.keySet(), outcome);
        var at = instantOf(outcome, counted);
        var known = agents.accredited(process.process(), candidates.keySet());
        mustMeet(CommitteeRules.of(process, election.kind), outcome, counted, candidates, known);
        candidates.values().forEach(each -> each.votes = counted.votes().get(each.agent()));
        outcome.elected().forEach(each -> Objects.requireNonNull(candidates.get(each.agent())).post = each.post());
        election.round = outcome.round();
        if (outcome.handCount() != null) {
            election.minutes = outcome.handCount().minutes();
            election.tieRound = outcome.handCount().tieRound();
            election.tellers = outcome.handCount().tellers().stream()
                    .map(AgentId::toString)
                    .collect(Collectors.joining(","));
        }
        election.proclaimedAt = at;
        elections.flush();
        outbox.append(proclaimed(election, at, outcome, known));
        return election;
    }

    private static void mustBeCandidates(Outcome outcome, Map<AgentId, Candidate> candidates) {
        for (int i = 0; i < outcome.elected().size(); i++) {
            var agent = outcome.elected().get(i).agent();
            if (!candidates.containsKey(agent)) {
                throw Problem.unprocessable("not-a-candidate")
                        .error("/elected/" + i, "not-a-candidate", "agent", agent)
                        .toException();
            }
        }
    }

    /** By the database's clock, which is the clock of the votes. */
    private Instant instantOf(Outcome outcome, Counted counted) {
        var now = rounds.now();
        var at = Objects.requireNonNullElse(outcome.proclaimedAt(), now);
        if (at.isAfter(now) || (counted.closedAt() != null && at.isBefore(counted.closedAt()))) {
            throw Problem.unprocessable("proclamation-time-impossible")
                    .with("proclaimedAt", at)
                    .toException();
        }
        return at;
    }

    private static void mustMeet(
            CommitteeRules rules,
            Outcome outcome,
            Counted counted,
            Map<AgentId, Candidate> candidates,
            Map<AgentId, Agent> known) {
        var seats = new ArrayList<CommitteeRules.Seat>();
        for (Chosen chosen : outcome.elected()) {
            var agent = known.get(chosen.agent());
            if (agent == null) {
                throw Problem.unprocessable("agent-not-accredited")
                        .with("agent", chosen.agent())
                        .toException();
            }
            seats.add(new CommitteeRules.Seat(agent, chosen.post(), counted.standing(chosen.agent())));
        }
        var contenders = known.entrySet().stream()
                .map(each -> new CommitteeRules.Contender(
                        each.getValue(),
                        counted.standing(each.getKey()),
                        Objects.requireNonNull(candidates.get(each.getKey())).list))
                .toList();
        var breaches = rules.breachesOf(seats, contenders);
        if (!breaches.isEmpty()) {
            throw ElectionProblems.of(breaches);
        }
    }

    private static ElectionProclaimed proclaimed(
            Election election, Instant at, Outcome outcome, Map<AgentId, Agent> known) {
        return new ElectionProclaimed(
                election.process,
                election.entity,
                election.election,
                election.kind,
                election.project,
                outcome.elected().stream()
                        .map(each -> new ElectionProclaimed.Elected(
                                each.agent(),
                                each.post(),
                                Objects.requireNonNull(known.get(each.agent())).sex()))
                        .toList(),
                at);
    }
}
