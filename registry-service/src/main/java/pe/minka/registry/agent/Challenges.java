package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files and decides challenges within the terms of the regulation. */
@ApplicationScoped
class Challenges {

    private final EntityManager database;
    private final Processes processes;
    private final Agents agents;
    private final Rolls rolls;
    private final EndAccreditation endAccreditation;
    private final Caller caller;
    private final Clock clock;

    Challenges(
            EntityManager database,
            Processes processes,
            Agents agents,
            Rolls rolls,
            EndAccreditation endAccreditation,
            Caller caller,
            Clock clock) {
        this.database = database;
        this.processes = processes;
        this.agents = agents;
        this.rolls = rolls;
        this.endAccreditation = endAccreditation;
        this.caller = caller;
        this.clock = clock;
    }

    /** Within the working days that the regulation gives after the publication of the roll. */
    @Transactional
    Challenge file(ProcessId id, AgentId agentId, String grounds, String evidence) {
        var process = processes.get(id);
        caller.mustActFor(process.entity());
        if (agents.get(id, agentId).ended()) {
            throw Problem.conflict("agent-ended").toException();
        }
        var admission = process.regulation().admission();
        var today = Peru.today(clock);
        rolls.published(id)
                .map(roll -> WorkingDays.after(
                        Peru.dayOf(roll.publishedAt()), admission.challengeDays(), process.regulation()))
                .filter(last -> today.isAfter(last))
                .ifPresent(last -> {
                    throw Problem.conflict("challenge-late")
                            .with("last", last)
                            .with("law", admission.law())
                            .toException();
                });
        var challenge = new Challenge(
                id,
                agentId,
                grounds,
                evidence,
                today,
                WorkingDays.after(today, admission.decisionDays(), process.regulation()));
        try {
            database.persist(challenge);
            database.flush();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("challenge_one_open_per_agent"::equals)
                    .isPresent()) {
                throw Problem.conflict("challenge-open").toException();
            }
            throw refused;
        }
        return challenge;
    }

    /**
     * An upheld challenge ends the accreditation; what was decided with the agent's vote stands. Where it has ended by
     * itself meanwhile the decision is still recorded.
     */
    @Transactional
    Challenge decide(ProcessId id, UUID challengeId, Challenge.Decision decision, String reason) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var challenge = Optional.ofNullable(database.find(Challenge.class, challengeId, LockModeType.PESSIMISTIC_WRITE))
                .filter(found -> found.process().equals(id))
                .orElseThrow(() -> Problem.notFound().toException());
        if (!challenge.open()) {
            throw Problem.conflict("challenge-decided").toException();
        }
        challenge.decided(decision, reason, Peru.today(clock), caller.subject());
        if (decision == Challenge.Decision.UPHELD
                && !agents.getForChange(id, challenge.agent()).ended()) {
            endAccreditation.revoke(id, challenge.agent(), EndAccreditation.Cause.CHALLENGE_UPHELD);
        }
        return challenge;
    }

    /** @param after the last challenge of the part before; absent at the start */
    List<Challenge> of(ProcessId id, @Nullable UUID after, int limit) {
        var query = database.createQuery(
                "from Challenge c where c.process = :process"
                        + (after == null
                                ? ""
                                : " and (c.filedOn > (select l.filedOn from Challenge l where l.id = :after)"
                                        + " or (c.filedOn = (select l.filedOn from Challenge l where l.id = :after) and c.id > :after))")
                        + " order by c.filedOn, c.id",
                Challenge.class);
        if (after != null) {
            query.setParameter("after", after);
        }
        return query.setParameter("process", id).setMaxResults(limit).getResultList();
    }
}
