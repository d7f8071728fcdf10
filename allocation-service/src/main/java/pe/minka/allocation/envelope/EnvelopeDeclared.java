package pe.minka.allocation.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/**
 * An entity said how much money the agents decide on, by funding line.
 *
 * @param sharePercent what the amount is of the investment budget, computed
 * @param purse which of the process' envelopes it is; {@code WHOLE} where there is one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvelopeDeclared(
        ProcessId process,
        EntityCode entity,
        UUID envelope,
        FiscalYear fiscalYear,
        Soles amount,
        Soles investmentBudget,
        Percent sharePercent,
        List<Line> lines,
        String purse,
        String decidedBy)
        implements DomainEvent {

    /** @param source the fuente that the rubro belongs to */
    public record Line(String line, String source, Soles amount) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return envelope.toString();
    }
}
