package pe.minka.allocation.envelope;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.Map;
import java.util.UUID;

/**
 * Money that one body of people decides on, as it stands.
 *
 * @param decidedBy for example {@code AGENTS} or {@code COUNCIL}
 * @param wholeInvestmentBudget of the entity, which all envelopes of a year divide
 * @param reserved taken by agreements
 * @param lines the amount of each funding line; they add to the envelope
 */
public record Envelope(
        UUID id,
        ProcessId process,
        EntityCode entity,
        FiscalYear fiscalYear,
        String purse,
        String decidedBy,
        Soles amount,
        Soles wholeInvestmentBudget,
        Soles reserved,
        Map<String, Soles> lines) {

    /** What no agreement has taken yet. */
    public Soles available() {
        return amount.minus(reserved);
    }
}
