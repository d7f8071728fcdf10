package pe.minka.transparency.indicator;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.transparency.indicator.IndicatorDefinition.Component;
import pe.minka.transparency.indicator.IndicatorDefinition.Dimension;
import pe.minka.transparency.measure.Measured;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class IndicatorDefinitionTest {

    private static List<IndicatorDefinition> definitions() {
        try (var file = IndicatorDefinitionTest.class.getResourceAsStream("/indicators/indicators.json")) {
            return new ObjectMapper().readValue(file, new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Indicator indicator(String code, Map<String, String> figures) {
        var process = Measured.of("PROCESS", "1", "Coyllurqui");
        figures.forEach((name, figure) -> process.with(name, new BigDecimal(figure)));
        return definitions().stream()
                .filter(definition -> definition.code().equals(code))
                .findFirst()
                .orElseThrow()
                .of(process.build());
    }

    @Test
    @Tag("NAT-28")
    void a_figure_that_is_missing_is_named_and_not_taken_as_zero() {
        var indicator = indicator("PARTICIPATION_RATE", Map.of("agents", "300"));

        assertThat(indicator.value()).isNull();
        assertThat(indicator.missing()).containsExactly("population");
    }

    @Test
    @Tag("ANT-13")
    void the_share_of_the_investment_that_is_put_to_decision_is_told() {
        assertThat(indicator("SUBMITTED_SHARE", Map.of("envelope", "2000000.00", "investmentBudget", "5714285.71"))
                        .value())
                .hasToString("35.0");
    }

    @Test
    @Tag("VES-35")
    void what_was_spent_is_told_as_a_share_of_what_was_promised() {
        assertThat(indicator("SPENT_SHARE", Map.of("spent", "960000.00", "agreed", "2000000.00"))
                        .value())
                .hasToString("48.0");
    }

    @Test
    @Tag("VES-41")
    void projects_and_money_that_serve_the_plan_are_told_apart() {
        assertThat(indicator("ALIGNED_PROJECTS", Map.of("agreementsWithObjective", "17", "agreements", "22"))
                        .value())
                .hasToString("77.3");
        assertThat(indicator("ALIGNED_MONEY", Map.of("agreedWithObjective", "900000.00", "agreed", "1000000.00"))
                        .value())
                .hasToString("90.0");
    }

    @Test
    @Tag("NAT-38")
    void indicators_stand_under_the_four_dimensions() {
        assertThat(definitions()).extracting(IndicatorDefinition::dimension).contains(Dimension.values());
    }

    @Test
    @Tag("COY-04")
    void indicators_stand_under_the_three_components_of_good_governance() {
        assertThat(definitions()).extracting(IndicatorDefinition::component).contains(Component.values());
    }

    @Test
    void money_per_head_is_exact_to_the_centimo() {
        assertThat(indicator("MONEY_PER_HEAD", Map.of("envelope", "9500000.00", "population", "6427"))
                        .value())
                .hasToString("1478.14");
    }
}
