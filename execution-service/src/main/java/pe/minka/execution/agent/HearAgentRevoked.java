package pe.minka.execution.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** An agent whose accreditation was revoked sits on no new committee. */
@ApplicationScoped
class HearAgentRevoked implements EventHandler<HearAgentRevoked.AgentRevoked> {

    private final Agents agents;

    HearAgentRevoked(Agents agents) {
        this.agents = agents;
    }

    record AgentRevoked(ProcessId process, AgentId agent) {}

    @Override
    public String type() {
        return "minka.registry.agent-revoked.v1";
    }

    @Override
    public Class<AgentRevoked> payload() {
        return AgentRevoked.class;
    }

    @Override
    public void on(AgentRevoked event, EventMetadata metadata) {
        agents.retire(event.process(), event.agent());
    }
}
