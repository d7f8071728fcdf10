package pe.minka.workshop.election;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.Agent;
import pe.minka.workshop.process.Agents;
import pe.minka.workshop.process.BudgetProcess;

import java.util.Set;
import java.util.UUID;

/** Admits an agent as a candidate. What the regulation bars is declared, and looked up where it is known here. */
@ApplicationScoped
class AdmitCandidate {

    private static final String BELONGS_TO_THE_COMMITTEE_THAT_ENDS = """
            select count(*) from candidate c where c.agent = ? and c.post is not null and c.election = (
                select e.election from election e
                where e.entity = ? and e.kind = ? and e.project is not distinct from ?::uuid
                  and e.proclaimed_at is not null
                order by e.proclaimed_at desc, e.election limit 1)
            """;

    private static final Set<String> OFFICES = Set.of("OFFICIAL", "TECHNICAL_TEAM");

    private final Elections elections;
    private final Agents agents;
    private final Statements statements;

    AdmitCandidate(Elections elections, Agents agents, Statements statements) {
        this.elections = elections;
        this.agents = agents;
        this.statements = statements;
    }

    /** @law Ley 28056 and the ordinance: no public office, no immediate re-election, only roles that may watch */
    @Transactional
    Candidate admit(BudgetProcess process, UUID id, Candidacy candidacy) {
        var election = elections.locked(id);
        election.mustNotBeProclaimed();
        var accredited = agents.accredited(process.process(), candidacy.agent())
                .orElseThrow(() -> Problem.unprocessable("agent-not-accredited")
                        .with("agent", candidacy.agent())
                        .toException());
        var rules = CommitteeRules.of(process, election.kind);
        mustBeDeclared(rules, candidacy);
        mustBeEligible(process, election, rules, candidacy, accredited);
        var candidates = elections.candidates(id);
        if (candidates.stream().anyMatch(each -> each.agent().equals(candidacy.agent()))) {
            throw Problem.conflict("already-a-candidate")
                    .with("agent", candidacy.agent())
                    .toException();
        }
        var candidate = new Candidate(id, candidates.size() + 1, candidacy);
        elections.getEntityManager().persist(candidate);
        return candidate;
    }

    private static void mustBeDeclared(CommitteeRules rules, Candidacy candidacy) {
        var missing = Problem.unprocessable("declaration-missing").with("law", rules.law());
        if (rules.barPublicOffice() && candidacy.publicOffice() == null) {
            missing.error("/publicOffice", "not-declared", "law", rules.law());
        }
        if (rules.barReelection() && candidacy.outgoingMember() == null) {
            missing.error("/outgoingMember", "not-declared", "law", rules.law());
        }
        rules.lawOfLists()
                .filter(law -> candidacy.list() == null)
                .ifPresent(law -> missing.error("/list", "not-declared", "law", law));
        if (missing.hasErrors()) {
            throw missing.toException();
        }
    }

    private void mustBeEligible(
            BudgetProcess process, Election election, CommitteeRules rules, Candidacy candidacy, Agent agent) {
        var participation = process.regulation().participation();
        boolean watches = election.kind == Election.Kind.VIGILANCE_COMMITTEE;
        if (watches && !participation.maySupervise(agent.role())) {
            throw notEligible("ROLE_MAY_NOT_WATCH", participation.law());
        }
        boolean inOffice =
                Boolean.TRUE.equals(candidacy.publicOffice()) || (!watches && OFFICES.contains(agent.role()));
        if (rules.barPublicOffice() && inOffice) {
            throw notEligible("HOLDS_PUBLIC_OFFICE", rules.law());
        }
        boolean outgoing = Boolean.TRUE.equals(candidacy.outgoingMember()) || belongsToTheLast(election, agent.agent());
        if (rules.barReelection() && outgoing) {
            throw notEligible("OUTGOING_MEMBER", rules.law());
        }
    }

    private boolean belongsToTheLast(Election election, AgentId agent) {
        return statements.count(
                        BELONGS_TO_THE_COMMITTEE_THAT_ENDS,
                        agent.value(),
                        election.entity,
                        election.kind,
                        election.project)
                > 0;
    }

    private static RuntimeException notEligible(String because, String law) {
        return Problem.unprocessable("candidate-not-eligible")
                .with("because", because)
                .with("law", law)
                .toException();
    }
}
