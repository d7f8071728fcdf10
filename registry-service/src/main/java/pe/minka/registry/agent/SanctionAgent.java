package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.SanctionsRule.FaultKind;
import pe.minka.registry.regulation.SanctionsRule.NamedFault;
import pe.minka.registry.regulation.SanctionsRule.SanctionMeasure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Sanctions an agent for a fault that the regulation names, by the measure that it names, and by nothing else. */
@ApplicationScoped
class SanctionAgent {

    private final Processes processes;
    private final Agents agents;
    private final Sanctions sanctions;
    private final EndAccreditation endAccreditation;
    private final Caller caller;
    private final Clock clock;

    SanctionAgent(
            Processes processes,
            Agents agents,
            Sanctions sanctions,
            EndAccreditation endAccreditation,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.agents = agents;
        this.sanctions = sanctions;
        this.endAccreditation = endAccreditation;
        this.caller = caller;
        this.clock = clock;
    }

    /** A fault is recorded once for an agent and a day, whatever arrives at once. */
    @Transactional
    Sanction record(ProcessId id, AgentId agentId, FaultKind fault, LocalDate occurredOn, String evidence) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var named = named(process, fault);
        if (occurredOn.isAfter(today())) {
            throw Problem.unprocessable("fault-ahead").toException();
        }
        if (agents.getForChange(id, agentId).ended()) {
            throw Problem.conflict("agent-ended").toException();
        }
        var sanction = new Sanction(id, agentId, named, occurredOn, evidence, clock.instant(), caller.subject());
        sanctions.add(sanction);
        return sanction;
    }

    private static NamedFault named(CalledProcess process, FaultKind fault) {
        var rule = process.regulation().sanctions();
        if (!rule.foreseen()) {
            throw Problem.conflict("sanctions-not-foreseen")
                    .with("regulation", process.regulation().identifier())
                    .toException();
        }
        return rule.of(fault)
                .orElseThrow(() -> Problem.unprocessable("fault-not-named")
                        .with(
                                "faults",
                                rule.faults().stream()
                                        .map(each -> each.fault().name())
                                        .toList())
                        .with("law", rule.law())
                        .toException());
    }

    /** The letter to the organisation; the term to replace the agent begins the day after it was received. */
    @Transactional
    Sanction write(ProcessId id, UUID sanctionId, String reference, LocalDate receivedOn) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var sanction = sanctions.getForChange(id, sanctionId);
        if (receivedOn.isAfter(today()) || receivedOn.isBefore(sanction.occurredOn())) {
            throw Problem.unprocessable("letter-out-of-time")
                    .with("from", sanction.occurredOn())
                    .with("until", today())
                    .toException();
        }
        if (sanction.letter() != null) {
            throw Problem.conflict("letter-written").toException();
        }
        sanction.written(reference, receivedOn, until(process, sanction, receivedOn));
        return sanction;
    }

    private static @Nullable LocalDate until(CalledProcess process, Sanction sanction, LocalDate receivedOn) {
        return sanction.measure() == SanctionMeasure.REPLACEMENT
                ? WorkingDays.after(
                        receivedOn, process.regulation().sanctions().replacementDays(), process.regulation())
                : null;
    }

    /**
     * Ends the accreditation of who was not replaced in time, or at once where the regulation says so; where it says so
     * too the organisation sends nobody to the process any more. What was decided with their votes stands.
     *
     * @param resolution the act behind it
     */
    @Transactional
    Sanction disqualify(ProcessId id, UUID sanctionId, String resolution) {
        // nobody is accredited meanwhile
        var process = processes.getForChange(id);
        caller.mustActFor(process.entity());
        var sanction = sanctions.getForChange(id, sanctionId);
        mustBeDue(sanction);
        sanction.disqualified(resolution, today(), caller.subject());
        var agent = agents.getForChange(id, sanction.agent());
        revoke(id, agent);
        var organisation = agent.organisation();
        if (organisation != null && process.regulation().sanctions().disqualifiesOrganisation()) {
            sanctions.disqualify(id, organisation, sanction, today());
            agents.accreditedOf(id, organisation).forEach(other -> revoke(id, agents.getForChange(id, other)));
        }
        return sanction;
    }

    private void mustBeDue(Sanction sanction) {
        var state = stateOf(sanction);
        switch (state) {
            case OVERDUE, DISQUALIFICATION_DUE -> {}
            case TO_BE_REPLACED ->
                throw Problem.conflict("replacement-term-running")
                        .with("last", String.valueOf(sanction.replaceUntil()))
                        .with("law", sanction.law())
                        .toException();
            case LETTER_DUE, LETTER_SENT, REPLACED, DISQUALIFIED ->
                throw Problem.conflict("disqualification-not-due")
                        .with("state", state)
                        .with("law", sanction.law())
                        .toException();
        }
    }

    private void revoke(ProcessId id, Agent agent) {
        if (!agent.ended()) {
            endAccreditation.revoke(id, agent.id(), EndAccreditation.Cause.SANCTIONED);
        }
    }

    SanctionState stateOf(Sanction sanction) {
        return sanction.stateOn(
                today(), agents.get(sanction.process(), sanction.agent()).state() == AgentState.REPLACED);
    }

    private LocalDate today() {
        return Peru.today(clock);
    }
}
