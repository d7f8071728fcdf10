package pe.minka.registry.simulation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.regulation.Regulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A session as it is to be convened.
 *
 * @param roll agents on the roll; absent where presence is not to be looked at
 * @param present of them, those who come
 * @param secondCall whether the session meets at its second call
 */
@Schema(name = "PlannedConvocation")
record PlannedSession(
        @NotNull LocalDate noticeGivenOn,
        @NotNull LocalDate heldOn,
        @NotNull @Size(max = 20) List<@NotNull String> channels,
        @Nullable @Min(0) @Max(10_000_000) Integer roll,
        @Nullable @Min(0) @Max(10_000_000) Integer present,
        @Nullable Boolean secondCall)
        implements Part {

    @AssertTrue
    @Schema(hidden = true)
    boolean isPresenceWithItsRoll() {
        return (roll == null) == (present == null);
    }

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("convocation");
        var convocation = rules.document().path("convocation");
        var law = Regulation.law(convocation);
        if (convocation.has("noticeDays")) {
            findings.on("/convocation/noticeDays", law)
                    .atLeast(
                            ChronoUnit.DAYS.between(noticeGivenOn, heldOn),
                            convocation.path("noticeDays").asInt());
        }
        if (convocation.has("minimumChannels")) {
            findings.on("/convocation/minimumChannels", law)
                    .atLeast(
                            rules.convocation().counted(channels),
                            convocation.path("minimumChannels").asInt());
        }
        if (roll != null && present != null) {
            quorum(rules, roll, present, findings);
        }
        return findings.list();
    }

    private void quorum(Regulation rules, int whole, int here, Findings findings) {
        var quorum = rules.document().path("quorum");
        if (quorum.isMissingNode()) {
            return;
        }
        boolean thosePresent = Boolean.TRUE.equals(secondCall)
                && quorum.path("secondCall").asText().equals("THOSE_PRESENT");
        boolean plusOne = quorum.path("plusOne").asBoolean();
        var share = new BigDecimal(quorum.path("percentOfRoll").asText("0"))
                .multiply(BigDecimal.valueOf(whole))
                .divide(BigDecimal.valueOf(100), 0, plusOne ? RoundingMode.FLOOR : RoundingMode.CEILING)
                .intValueExact();
        findings.on("/quorum", Regulation.law(quorum)).atLeast(here, thosePresent ? 0 : plusOne ? share + 1 : share);
    }
}
