package pe.minka.allocation.agreement;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/**
 * What agents and authorities agreed for one project: what is signed stays, what is changed is counted.
 *
 * @param agreedAmount as it was signed; never changes
 * @param amount as it stands after all modifications
 * @param modifications how many there were
 * @param schedule what is paid in each year, as signed
 */
public record Agreement(
        UUID id,
        UUID act,
        ProcessId process,
        EntityCode entity,
        UUID envelope,
        UUID proposal,
        String title,
        long votes,
        @Nullable UUID objective,
        @Nullable String zone,
        @Nullable String uniqueInvestmentCode,
        Soles agreedAmount,
        Soles amount,
        AgreementState state,
        int modifications,
        long version,
        List<YearAmount> schedule) {

    /** What is paid in one year. */
    public record YearAmount(FiscalYear year, Soles amount) {}
}
