package pe.minka.workshop.decision;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Something was decided. Topic {@code minka.workshop.v1}, keyed by process. Its words stay where it was taken: free text
 * may name people.
 *
 * @param objections how many were said
 */
record DecisionRecorded(
        ProcessId process,
        EntityCode entity,
        UUID decision,
        int number,
        Decision.Body body,
        Decision.Method method,
        Decision.Outcome outcome,
        int objections,
        @Nullable UUID round,
        LocalDate decidedOn)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return decision.toString();
    }
}
