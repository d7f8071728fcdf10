package pe.minka.execution.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** An agent in whose place another one came sits on no new committee. */
@ApplicationScoped
class HearAgentReplaced implements EventHandler<HearAgentReplaced.AgentReplaced> {

    private final Agents agents;

    HearAgentReplaced(Agents agents) {
        this.agents = agents;
    }

    record AgentReplaced(ProcessId process, AgentId agent) {}

    @Override
    public String type() {
        return "minka.registry.agent-replaced.v1";
    }

    @Override
    public Class<AgentReplaced> payload() {
        return AgentReplaced.class;
    }

    @Override
    public void on(AgentReplaced event, EventMetadata metadata) {
        agents.retire(event.process(), event.agent());
    }
}
