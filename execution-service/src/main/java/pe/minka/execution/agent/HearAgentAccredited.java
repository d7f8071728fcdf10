package pe.minka.execution.agent;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps each accredited agent. */
@ApplicationScoped
class HearAgentAccredited implements EventHandler<HearAgentAccredited.AgentAccredited> {

    private final Agents agents;

    HearAgentAccredited(Agents agents) {
        this.agents = agents;
    }

    record AgentAccredited(
            ProcessId process,
            EntityCode entity,
            AgentId agent,
            @Nullable UUID organisation,
            @Nullable String organisationKind,
            @Nullable String sex,
            @Nullable String zone) {}

    @Override
    public String type() {
        return "minka.registry.agent-accredited.v1";
    }

    @Override
    public Class<AgentAccredited> payload() {
        return AgentAccredited.class;
    }

    @Override
    public void on(AgentAccredited event, EventMetadata metadata) {
        agents.getEntityManager()
                .merge(new AgentRow(
                        AgentRow.Id.of(event.process(), event.agent()),
                        event.entity(),
                        event.organisation(),
                        event.organisationKind(),
                        event.sex(),
                        event.zone()));
    }
}
