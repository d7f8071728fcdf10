package pe.minka.registry.simulation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.regulation.Regulation;

import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A ballot as it would be cast.
 *
 * @param round which kind of round: {@code PRIORITISE_PROJECTS}
 * @param choices options that it marks
 */
@Schema(name = "PlannedBallot")
record PlannedBallot(
        @NotNull @Size(max = 60) String round,
        @Min(0) @Max(10_000) int choices) implements Part {

    @Override
    public List<Finding> under(Regulation rules) {
        var rule = StreamSupport.stream(rules.document().path("ballots").spliterator(), false)
                .filter(ballot -> ballot.path("round").asText().equals(round))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("simulation-unknown")
                        .with("what", round)
                        .toException());
        var findings = new Findings("ballot");
        if (rule.path("minimumChoices").isInt()) {
            findings.on("/ballots/minimumChoices", Regulation.law(rule))
                    .of(round)
                    .atLeast(choices, rule.path("minimumChoices").asInt());
        }
        if (rule.path("maximumChoices").isInt()) {
            findings.on("/ballots/maximumChoices", Regulation.law(rule))
                    .of(round)
                    .atMost(choices, rule.path("maximumChoices").asInt());
        }
        return findings.list();
    }
}
