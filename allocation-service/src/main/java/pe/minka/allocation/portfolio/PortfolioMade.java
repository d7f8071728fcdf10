package pe.minka.allocation.portfolio;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/** It was laid down which phase of which project is paid in which year. */
public record PortfolioMade(
        ProcessId process,
        EntityCode entity,
        UUID portfolio,
        UUID selection,
        List<FiscalYear> horizon,
        List<Entry> entries)
        implements DomainEvent {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            UUID proposal, String title, @Nullable UUID objective, FiscalYear year, Phase phase, Soles amount) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return portfolio.toString();
    }
}
