package pe.minka.registry.simulation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.registry.regulation.Regulation;

import java.math.BigDecimal;
import java.util.List;

/**
 * A proposal as it would go to the vote; only what is stated is looked at.
 *
 * @param coveragePercent part of the territory's population that it serves
 * @param opinions technical opinions given
 */
@Schema(name = "PlannedProposal")
record PlannedProposal(
        @Nullable Soles cost,
        @Nullable @Min(0) @Max(2_000) Integer districts,
        @Nullable @Min(0) @Max(200) Integer provinces,

        @Nullable @Pattern(regexp = "100(\\.0+)?|\\d{1,2}(\\.\\d{1,6})?")
        String coveragePercent,

        @Nullable @Min(0) @Max(50) Integer opinions)
        implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var findings = new Findings("proposal");
        var rule = rules.document().path("proposals");
        var law = Regulation.law(rule);
        if (cost != null && rule.has("minimumCost")) {
            var least = Soles.of(rule.path("minimumCost").path("amount").asText());
            findings.on("/proposals/minimumCost", law)
                    .note(!least.exceeds(cost), money(cost), rule.path("minimumCost"));
        }
        count(findings, rule, "minimumDistricts", districts);
        count(findings, rule, "minimumProvinces", provinces);
        count(findings, rule, "opinions", opinions);
        if (coveragePercent != null && rule.has("minimumCoveragePercent")) {
            findings.on("/proposals/minimumCoveragePercent", law)
                    .atLeast(
                            new BigDecimal(coveragePercent),
                            new BigDecimal(rule.path("minimumCoveragePercent").asText()));
        }
        return findings.list();
    }

    private static void count(Findings findings, JsonNode rule, String name, @Nullable Integer have) {
        if (have != null && rule.has(name)) {
            findings.on("/proposals/" + name, Regulation.law(rule))
                    .atLeast(have, rule.path(name).asInt());
        }
    }

    private static JsonNode money(Soles amount) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("amount", amount.toString())
                .put("currency", "PEN");
    }
}
