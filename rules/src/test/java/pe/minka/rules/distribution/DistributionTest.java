package pe.minka.rules.distribution;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DistributionTest {
    private static final long TWO_MILLION_SOLES = 2_000_000_00L;
    private static final Distribution VILLA_EL_SALVADOR = Distribution.by(
            Criterion.direct("population", "30"),
            Criterion.direct("unmet basic needs", "20"),
            Criterion.direct("tax compliance", "50"));
    private static final long[] POPULATION = {47_210, 39_876, 52_133, 41_007, 38_554, 44_991, 36_205, 29_418};
    private static final long[] UNMET_NEEDS = {9_820, 7_415, 15_906, 8_003, 11_277, 13_640, 10_058, 12_331};
    private static final long[] TAXPAYERS = {6_113, 5_840, 4_207, 6_655, 3_918, 3_240, 2_777, 1_559};

    @Test
    @Tag("VES-10")
    void the_two_million_of_villa_el_salvador_are_shared_among_eight_sections_to_the_centimo() {
        var shares = VILLA_EL_SALVADOR.of(TWO_MILLION_SOLES, sections(TAXPAYERS));

        assertThat(shares).hasSize(8);
        assertThat(shares.stream().mapToLong(Share::amount).sum()).isEqualTo(TWO_MILLION_SOLES);
        assertThat(column(shares, 0)).isEqualTo(600_000_00L);
        assertThat(column(shares, 1)).isEqualTo(400_000_00L);
        assertThat(column(shares, 2)).isEqualTo(1_000_000_00L);
        // 600,000 x 47,210 / 329,394 = 85,994.28; 400,000 x 9,820 / 88,450 = 44,409.27; 1,000,000 x 6,113 / 34,309
        assertThat(shares.get(0).terms())
                .extracting(Share.Term::criterion)
                .containsExactly("population", "unmet basic needs", "tax compliance");
        assertThat(shares.get(0).terms())
                .extracting(Share.Term::money)
                .containsExactly(85_994_28L, 44_409_27L, 178_174_82L);
        assertThat(shares.get(0).amount()).isEqualTo(85_994_28L + 44_409_27L + 178_174_82L);
    }

    @Test
    @Tag("VES-11")
    void a_section_whose_taxpayers_rise_while_all_else_stays_never_gets_less() {
        var random = new Random(11);
        for (int round = 0; round < 500; round++) {
            int section = random.nextInt(8);
            var before = TAXPAYERS.clone();
            for (int other = 0; other < 8; other++) {
                before[other] = random.nextInt(40);
            }
            before[section]++;
            var after = before.clone();
            after[section] += 1 + random.nextInt(3);
            long envelope = 1 + random.nextInt(round < 250 ? 60 : 200_000_000);
            for (var formula : List.of(VILLA_EL_SALVADOR, VILLA_EL_SALVADOR.withMinimum(envelope / 9))) {
                assertThat(formula.of(envelope, sections(after)).get(section).amount())
                        .isGreaterThanOrEqualTo(formula.of(envelope, sections(before))
                                .get(section)
                                .amount());
            }
        }
    }

    @Test
    @Tag("SJM-09")
    void criteria_whose_weights_do_not_add_to_100_are_refused() {
        assertThatThrownBy(() -> Distribution.by(
                        Criterion.direct("inhabitants", "40"),
                        Criterion.direct("basic needs met", "30"),
                        Criterion.direct("tax compliance", "29.99")))
                .isInstanceOfSatisfying(FormulaRefused.class, refused -> {
                    assertThat(refused.reason()).isEqualTo(FormulaRefused.Reason.WEIGHTS_DO_NOT_ADD_TO_100);
                    assertThat(refused).hasMessageContaining("99.99 %");
                });
    }

    @Test
    @Tag("ANT-25")
    void shares_by_poverty_and_special_needs_are_explained_and_sum_to_the_envelope() {
        var formula = Distribution.by(Criterion.direct("poverty", "70"), Criterion.inverse("paved roads", "30"));
        var shares = formula.of(
                1_000_00L,
                List.of(
                        territory("upper", Map.of("poverty", "60.5", "paved roads", "1")),
                        territory("middle", Map.of("poverty", "40", "paved roads", "2")),
                        territory("lower", Map.of("poverty", "20.5", "paved roads", "4"))));

        assertThat(shares).extracting(Share::amount).containsExactly(521_43L, 317_11L, 161_46L);
        assertThat(shares.get(0).terms())
                .extracting(Share.Term::part)
                .extracting(Object::toString)
                .containsExactly("1/2", "4/7");
        assertThat(shares.get(0).terms()).extracting(Share.Term::money).containsExactly(350_00L, 171_43L);
    }

    @Test
    @Tag("VES-50")
    void an_equal_split_over_thirty_neighbourhoods_is_flagged_and_measured() {
        var neighbourhoods = new ArrayList<Territory>();
        for (int number = 1; number <= 30; number++) {
            neighbourhoods.add(territory("N" + number, Map.of()));
        }
        var shares = Distribution.by(Criterion.equal("equal", "100")).of(300_000_00L, neighbourhoods);
        var atomisation = Atomisation.of(shares.stream().map(Share::amount).toList());

        assertThat(atomisation.equalSplit()).isTrue();
        assertThat(atomisation.average()).isEqualTo(10_000_00L);
        assertThat(atomisation.index()).isEqualByComparingTo("1");
        assertThat(Atomisation.of(List.of(270_000_00L, 30_000_00L)).equalSplit())
                .isFalse();
        assertThat(Atomisation.of(List.of(270_000_00L, 30_000_00L)).index()).isEqualByComparingTo("0.36");
    }

    @Test
    void equal_remainders_get_their_centimo_in_the_declared_order() {
        var formula = Distribution.by(Criterion.equal("equal", "100"));
        var three = List.of(territory("a", Map.of()), territory("b", Map.of()), territory("c", Map.of()));

        assertThat(formula.of(100, three)).extracting(Share::amount).containsExactly(34L, 33L, 33L);
        assertThat(formula.withTieOrder("c", "b", "a").of(100, three))
                .extracting(Share::amount)
                .containsExactly(33L, 33L, 34L);
    }

    @Test
    void a_minimum_is_taken_from_those_above_it_and_shown() {
        var shares = Distribution.by(Criterion.direct("people", "100"))
                .withMinimum(20_00)
                .of(
                        100_00,
                        List.of(
                                territory("big", Map.of("people", "80")),
                                territory("small", Map.of("people", "15")),
                                territory("tiny", Map.of("people", "5"))));

        assertThat(shares).extracting(Share::amount).containsExactly(60_00L, 20_00L, 20_00L);
        assertThat(shares).extracting(Share::adjustment).containsExactly(-20_00L, 5_00L, 15_00L);
    }

    @Test
    void caps_floors_and_divisors_shape_the_indicator() {
        var criterion =
                Criterion.direct("revenue", "100").per("people").cappedAt("10").atLeast("2");
        var shares = Distribution.by(criterion)
                .of(
                        18,
                        List.of(
                                territory("rich", Map.of("revenue", "5000", "people", "100")),
                                territory("poor", Map.of("revenue", "10", "people", "100")),
                                territory("between", Map.of("revenue", "600", "people", "100"))));

        assertThat(shares).extracting(Share::amount).containsExactly(10L, 2L, 6L);
    }

    @Test
    void indicators_that_a_formula_cannot_use_are_refused_with_the_reason() {
        var inverse = Distribution.by(Criterion.inverse("roads", "100"));
        assertThatThrownBy(() -> inverse.of(1, List.of(territory("a", Map.of("roads", "0")))))
                .extracting("reason")
                .isEqualTo(FormulaRefused.Reason.INDICATOR_OUT_OF_RANGE);
        assertThatThrownBy(() -> inverse.of(1, List.of(territory("a", Map.of()))))
                .extracting("reason")
                .isEqualTo(FormulaRefused.Reason.INDICATOR_MISSING);
        assertThatThrownBy(() -> inverse.of(1, List.of()))
                .extracting("reason")
                .isEqualTo(FormulaRefused.Reason.NO_TERRITORIES);
    }

    private static List<Territory> sections(long[] taxpayers) {
        var sections = new ArrayList<Territory>();
        for (int section = 0; section < 8; section++) {
            sections.add(territory(
                    "S" + (section + 1),
                    Map.of(
                            "population", String.valueOf(POPULATION[section]),
                            "unmet basic needs", String.valueOf(UNMET_NEEDS[section]),
                            "tax compliance", String.valueOf(taxpayers[section]))));
        }
        return sections;
    }

    private static Territory territory(String id, Map<String, String> indicators) {
        var values = new HashMap<String, BigDecimal>();
        indicators.forEach((name, value) -> values.put(name, new BigDecimal(value)));
        return new Territory(id, id, values);
    }

    private static long column(List<Share> shares, int term) {
        return shares.stream()
                .mapToLong(share -> share.terms().get(term).money())
                .sum();
    }
}
