package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.CalledProcess;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.util.function.Function;

/** Ends an accreditation: the agent goes, or gives way to another of the same organisation. */
@ApplicationScoped
class EndAccreditation {

    private final Processes processes;
    private final Agents agents;
    private final AccreditAgent accreditAgent;
    private final Sanctions sanctions;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    EndAccreditation(
            Processes processes,
            Agents agents,
            AccreditAgent accreditAgent,
            Sanctions sanctions,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.agents = agents;
        this.accreditAgent = accreditAgent;
        this.sanctions = sanctions;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Why an agent is no longer one. */
    enum Cause {
        RESIGNED,
        ORGANISATION_WITHDREW,
        SANCTIONED,
        FALSE_DECLARATION,
        CHALLENGE_UPHELD,
        DECEASED
    }

    @Transactional
    Agent revoke(ProcessId id, AgentId agentId, Cause because) {
        var process = reached(id);
        var agent = accredited(process, agentId);
        agent.revoked(because.name(), clock.instant());
        outbox.append(new AgentRevoked(id, process.entity(), agentId, because.name()));
        return agent;
    }

    /** @param newcomer stands in the same role for the same organisation */
    @Transactional
    AccreditAgent.Outcome replace(
            ProcessId id, AgentId agentId, Cause because, Function<Agent, AccreditAgent.Candidate> newcomer) {
        var process = reached(id);
        if (!process.regulation().admission().replacement()) {
            throw Problem.conflict("replacement-not-foreseen")
                    .with("law", process.regulation().admission().law())
                    .toException();
        }
        var agent = accredited(process, agentId);
        sanctions.overdue(id, agentId, Peru.today(clock)).ifPresent(sanction -> {
            throw Problem.conflict("replacement-late")
                    .with("last", String.valueOf(sanction.replaceUntil()))
                    .with("law", sanction.law())
                    .toException();
        });
        agent.revoked(because.name(), clock.instant());
        agents.flush();
        var outcome = accreditAgent.admit(process, newcomer.apply(agent), caller.subject());
        if (outcome instanceof AccreditAgent.Outcome.Accredited accredited) {
            agent.replaced(accredited.agent().agent(), because.name(), clock.instant());
            outbox.append(new AgentReplaced(
                    id, process.entity(), agentId, accredited.agent().agent(), agent.organisation()));
        }
        return outcome;
    }

    private CalledProcess reached(ProcessId id) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        return process;
    }

    private Agent accredited(CalledProcess process, AgentId id) {
        var agent = agents.getForChange(process.id(), id);
        if (agent.ended()) {
            throw Problem.conflict("agent-ended").toException();
        }
        return agent;
    }
}
