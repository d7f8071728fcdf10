package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.UUID;

/**
 * An organisation sends another agent. Keyed by process.
 *
 * @param agent the one who is no longer agent
 * @param by the one who is now; accredited by an event of its own
 */
public record AgentReplaced(
        ProcessId process,
        EntityCode entity,
        AgentId agent,
        AgentId by,
        @Nullable UUID organisation) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return agent.toString();
    }
}
