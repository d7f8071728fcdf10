package pe.minka.allocation.compliance;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * New authorities took office and took over what was agreed before them.
 *
 * @param agreements that stay open
 */
public record TermBegan(EntityCode entity, UUID term, LocalDate beginsOn, List<Carried> agreements)
        implements DomainEvent {

    /** @param amount as it stands, lawful changes included */
    public record Carried(ProcessId process, UUID agreement, Soles amount) {}

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return term.toString();
    }
}
