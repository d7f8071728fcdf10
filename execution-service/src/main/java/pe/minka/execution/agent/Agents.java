package pe.minka.execution.agent;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.util.Optional;

/** The agents of all processes. */
@ApplicationScoped
public class Agents implements PanacheRepositoryBase<AgentRow, AgentRow.Id> {

    public Optional<Accreditation> find(ProcessId process, AgentId agent) {
        return findByIdOptional(AgentRow.Id.of(process, agent)).map(AgentRow::accreditation);
    }

    /** One who is no agent any more sits on no new committee. */
    void retire(ProcessId process, AgentId agent) {
        findByIdOptional(AgentRow.Id.of(process, agent)).ifPresent(each -> each.accredited = false);
    }
}
