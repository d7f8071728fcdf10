package pe.minka.registry.training;

import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A training session was held. Keyed by process.
 *
 * @param attended agents who attended, by id
 */
public record TrainingHeld(
        ProcessId process,
        EntityCode entity,
        UUID training,
        List<String> topics,
        LocalDate heldOn,
        List<AgentId> attended)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return training.toString();
    }
}
