package pe.minka.allocation.agreement;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The act of agreements and commitments was signed and its money reserved.
 *
 * @param signatories how many signed; never who
 * @param attestedBy the authority that attests it, a public office
 * @param sha256 of the sealed act
 */
public record AgreementsActSigned(
        ProcessId process,
        EntityCode entity,
        UUID act,
        UUID envelope,
        UUID portfolio,
        LocalDate signedOn,
        int signatories,
        String attestedBy,
        String sha256,
        List<SignedAgreement> agreements)
        implements DomainEvent {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record SignedAgreement(
            UUID agreement,
            UUID proposal,
            String title,
            Soles amount,
            long votes,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable String uniqueInvestmentCode,
            List<Scheduled> schedule) {}

    public record Scheduled(FiscalYear year, Soles amount) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return act.toString();
    }
}
