package pe.minka.allocation.income;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.SortedMap;
import java.util.UUID;

/**
 * The income of an entity in a year by funding line, as published at one time. A newer one takes its place and erases
 * nothing.
 *
 * @param sequence from 1 within entity, year and basis
 */
record IncomeStatement(
        UUID id,
        EntityCode entity,
        FiscalYear year,
        Basis basis,
        int sequence,
        String source,
        LocalDate publishedOn,
        SortedMap<String, Soles> lines) {

    Soles total() {
        return lines.values().stream().reduce(Soles.ZERO, Soles::plus);
    }
}
