package pe.minka.allocation.modification;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.UUID;

/**
 * An agreement was lawfully changed.
 *
 * @param law the legal basis
 * @param act number of the document that decides the change
 */
public record ModificationRecorded(
        ProcessId process,
        EntityCode entity,
        UUID agreement,
        UUID modification,
        Soles amountBefore,
        Soles amountAfter,
        String reason,
        String law,
        String act)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return agreement.toString();
    }
}
