package pe.minka.execution.agent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Optional;

/** The agents of all processes. */
@ApplicationScoped
public class Agents implements PanacheRepositoryBase<Agent, Agent.Id> {

    public Optional<Agent> find(ProcessId process, AgentId agent) {
        return findByIdOptional(Agent.Id.of(process, agent));
    }

    /** One who is no agent any more sits on no new committee. */
    void retire(ProcessId process, AgentId agent) {
        find(process, agent).ifPresent(each -> each.accredited = false);
    }
}
