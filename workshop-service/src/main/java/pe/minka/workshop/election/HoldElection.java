package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.RoundResults;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.result.Results;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Calls an election, admits candidates, and proclaims who was elected. */
@ApplicationScoped
class HoldElection {

    private final Elections elections;
    private final Agents agents;
    private final RoundResults results;
    private final Results settled;
    private final Outbox outbox;
    private final Clock clock;

    HoldElection(
            Elections elections, Agents agents, RoundResults results, Results settled, Outbox outbox, Clock clock) {
        this.settled = settled;
        this.elections = elections;
        this.agents = agents;
        this.results = results;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Election call(BudgetProcess process, Election.Kind kind, String title, @Nullable UUID project) {
        rules(process, kind);
        var election = new Election(process.process(), process.entity(), kind, title, project);
        elections.persistAndFlush(election);
        return election;
    }

    /** @law Ley 28056 and the ordinance: no public office, no immediate re-election, only roles that may watch */
    @Transactional
    Candidate admit(BudgetProcess process, UUID id, AgentId agent, boolean publicOffice, boolean outgoingMember) {
        var election = elections.locked(id);
        mustNotBeProclaimed(election);
        var accredited = agents.accredited(process.process(), agent)
                .orElseThrow(() -> Problem.unprocessable("agent-not-accredited")
                        .with("agent", agent)
                        .toException());
        var rules = rules(process, election.kind);
        var participation = process.regulation().participation();
        if (publicOffice) {
            throw notEligible("HOLDS_PUBLIC_OFFICE", rules.law());
        }
        if (!rules.letsStand(outgoingMember)) {
            throw notEligible("OUTGOING_MEMBER", rules.law());
        }
        if (election.kind == Election.Kind.VIGILANCE_COMMITTEE && !participation.maySupervise(accredited.role())) {
            throw notEligible("ROLE_MAY_NOT_WATCH", participation.law());
        }
        var candidates = elections.candidates(id);
        if (candidates.stream().anyMatch(each -> each.agent().equals(agent))) {
            throw Problem.conflict("already-a-candidate").with("agent", agent).toException();
        }
        var candidate = new Candidate(id, agent, candidates.size() + 1, publicOffice, outgoingMember);
        elections.getEntityManager().persist(candidate);
        return candidate;
    }

    private static RuntimeException notEligible(String because, String law) {
        return Problem.unprocessable("candidate-not-eligible")
                .with("because", because)
                .with("law", law)
                .toException();
    }

    record Chosen(AgentId agent, String post) {}

    /** @param votes as counted in the room; none where they come from the round */
    record Outcome(
            List<Chosen> elected,
            Map<AgentId, Integer> votes,
            @Nullable UUID round,
            @Nullable Instant proclaimedAt) {}

    @Transactional
    Election proclaim(BudgetProcess process, UUID id, Outcome outcome) {
        var election = elections.locked(id);
        mustNotBeProclaimed(election);
        Map<AgentId, Candidate> candidates = new LinkedHashMap<>();
        elections.candidates(id).forEach(each -> candidates.put(each.agent(), each));
        for (int i = 0; i < outcome.elected().size(); i++) {
            if (!candidates.containsKey(outcome.elected().get(i).agent())) {
                throw Problem.unprocessable("not-a-candidate")
                        .error(
                                "/elected/" + i,
                                "not-a-candidate",
                                "agent",
                                outcome.elected().get(i).agent())
                        .toException();
            }
        }
        var votes = outcome.round() == null ? outcome.votes() : ofRound(process, outcome.round());
        var known = agents.accredited(process.process(), candidates.keySet());
        var standing = outcome.round() == null ? votes : standing(process, outcome);
        mustMeet(rules(process, election.kind), outcome, standing, known);
        candidates.values().forEach(each -> each.votes = votes.get(each.agent()));
        outcome.elected().forEach(each -> Objects.requireNonNull(candidates.get(each.agent())).post = each.post());
        election.round = outcome.round();
        election.proclaimedAt = Objects.requireNonNullElseGet(outcome.proclaimedAt(), clock::instant);
        elections.flush();
        outbox.append(proclaimed(election, election.proclaimedAt, outcome, known));
        return election;
    }

    private Map<AgentId, Integer> ofRound(BudgetProcess process, UUID round) {
        return results.votes(process.process(), round)
                .map(votes -> {
                    Map<AgentId, Integer> byAgent = new HashMap<>();
                    votes.forEach((option, count) -> byAgent.put(new AgentId(option), count));
                    return byAgent;
                })
                .orElseThrow(() -> Problem.conflict("round-not-tallied").toException());
    }

    /**
     * Higher is better: by place in the settled order, so that a second round or the draw tells equal votes apart.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem where a tie between seated and not seated waits for its second
     *     round
     */
    private Map<AgentId, Integer> standing(BudgetProcess process, Outcome outcome) {
        var round = Objects.requireNonNull(outcome.round());
        var seated =
                outcome.elected().stream().map(each -> each.agent().value()).toList();
        for (var tied : settled.awaiting(round)) {
            long of = tied.stream().filter(seated::contains).count();
            if (of > 0 && of < tied.size()) {
                throw Problem.conflict("tie-not-settled").with("tied", tied).toException();
            }
        }
        Map<AgentId, Integer> standing = new HashMap<>();
        settled.places(process.process(), round)
                .orElseThrow()
                .forEach((option, place) -> standing.put(new AgentId(option), Integer.MAX_VALUE - place));
        return standing;
    }

    private static void mustMeet(
            CommitteeRules rules, Outcome outcome, Map<AgentId, Integer> votes, Map<AgentId, Agent> known) {
        var seats = new ArrayList<CommitteeRules.Seat>();
        for (Chosen chosen : outcome.elected()) {
            var agent = known.get(chosen.agent());
            if (agent == null) {
                throw Problem.unprocessable("agent-not-accredited")
                        .with("agent", chosen.agent())
                        .toException();
            }
            seats.add(new CommitteeRules.Seat(agent, chosen.post(), votes.getOrDefault(chosen.agent(), 0)));
        }
        Map<Agent, Integer> ofCandidates = new HashMap<>();
        known.forEach((id, agent) -> ofCandidates.put(agent, votes.getOrDefault(id, 0)));
        var breaches = rules.breachesOf(seats, ofCandidates);
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

    private static CommitteeRules rules(BudgetProcess process, Election.Kind kind) {
        var committee = process.regulation().committees().get(kind.committee());
        if (committee == null) {
            throw Problem.unprocessable("committee-unknown")
                    .with("kind", kind)
                    .with("regulation", process.regulation().identifier())
                    .toException();
        }
        return new CommitteeRules(process.regulation(), committee, kind);
    }

    private static void mustNotBeProclaimed(Election election) {
        if (election.proclaimedAt != null) {
            throw Problem.conflict("election-already-proclaimed").toException();
        }
    }
}
