package pe.minka.registry.agent;

import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

/** An agent is no longer one. Keyed by process. */
public record AgentRevoked(ProcessId process, EntityCode entity, AgentId agent, String because) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return agent.toString();
    }
}
