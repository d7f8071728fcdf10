package pe.minka.transparency.agreement;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What became of one agreement: from the votes it had to the work that stands.
 *
 * @param agreed the money as signed
 * @param agreedNow the money as it stands after lawful modifications
 * @param spent what was accrued for its works
 * @param contributed what neighbours brought in labour and materials, valued
 */
@Schema(description = "One agreement with its votes, money, progress and state.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Agreement(
        @Schema(examples = "0a1e283c-6495-43d6-ab1f-95a4b3c2dc01")
        UUID agreement,

        @Schema(examples = "f90d172b-5384-42c5-9a0e-8493a2b1cb01")
        UUID act,

        @Nullable UUID proposal,

        @Schema(examples = "Ampliación del sistema de agua de Pfaco")
        String title,

        @Schema(description = "Votes in the round that ranked it.", examples = "214") @Nullable
        Integer votes,

        @Schema(description = "The money as signed in the act.")
        Soles agreed,

        @Schema(description = "The money as it stands after lawful modifications.")
        Soles agreedNow,

        @Schema(description = "Accrued spending on its works.")
        Soles spent,

        @Schema(description = "Spent of what is agreed now, in percent.", examples = "26.0")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal spentPercent,

        @Schema(description = "Labour and materials of the neighbours, valued.")
        Soles contributed,

        @Schema(description = "Physical progress as last reported.", examples = "45.50")
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Nullable
        BigDecimal physicalPercent,

        @Nullable LocalDate progressAsOf,
        State state,
        @Nullable UUID objective,
        @Schema(examples = "Z2") @Nullable String zone,
        @Schema(examples = "2298765") @Nullable String uniqueInvestmentCode,
        List<Year> schedule,
        List<Change> modifications,
        List<UUID> projects,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate plannedEnd,
        List<Stop> suspensions,
        @Nullable LocalDate settledOn,
        @Nullable LocalDate closedOn) {

    /** Where an agreement stands. A later state includes the earlier ones. */
    public enum State {
        /** Signed in the act, approvals still missing. */
        AGREED,
        /** All approvals are there. */
        APPROVED,
        /** It became a project. */
        OPENED,
        WORKS,
        SUSPENDED,
        SETTLED,
        CLOSED
    }

    /** Money agreed for one year. */
    @Schema(name = "AgreementYear")
    public record Year(int year, Soles amount) {}

    /** A lawful change of the money, with its reason. */
    @Schema(name = "AgreementModification")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            UUID modification,
            Soles before,
            Soles after,

            @Schema(examples = "Menor transferencia de canon")
            String reason,

            @Nullable String law,
            @Nullable String act) {}

    /** A time in which the work stood still. */
    @Schema(name = "AgreementSuspension")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stop(
            UUID suspension,
            @Schema(examples = "RAINS") String cause,
            LocalDate since,
            @Nullable LocalDate expectedUntil,
            @Nullable LocalDate until) {}
}
