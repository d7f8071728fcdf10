package pe.minka.registry.simulation;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.core.Soles;
import pe.minka.registry.regulation.Regulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The money that the agents would decide on.
 *
 * @param budget the whole that the regulation takes the share of
 */
@Schema(name = "PlannedEnvelope")
record PlannedEnvelope(@NotNull Soles budget, @NotNull Soles envelope) implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("envelope");
        var share = rules.document().path("share");
        if (share.has("percent")) {
            findings.on("/share/percent", Regulation.law(share))
                    .orWarn(!share.path("lowerRefused").asBoolean())
                    .note(reaches(share.path("percent").asText()), Findings.text(percent()), share.path("percent"));
        }
        if (share.has("warnBelowPercent")) {
            findings.on("/share/warnBelowPercent", Regulation.law(share))
                    .orWarn(true)
                    .note(
                            reaches(share.path("warnBelowPercent").asText()),
                            Findings.text(percent()),
                            share.path("warnBelowPercent"));
        }
        return findings.list();
    }

    /** To the centimo: no rounding before it is decided. */
    private boolean reaches(String percent) {
        return BigDecimal.valueOf(envelope.centimos())
                        .movePointRight(2)
                        .compareTo(new BigDecimal(percent).multiply(BigDecimal.valueOf(budget.centimos())))
                >= 0;
    }

    private String percent() {
        return budget.centimos() == 0
                ? "0"
                : BigDecimal.valueOf(envelope.centimos())
                        .movePointRight(2)
                        .divide(BigDecimal.valueOf(budget.centimos()), 4, RoundingMode.DOWN)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
