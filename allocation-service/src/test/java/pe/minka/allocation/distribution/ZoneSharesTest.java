package pe.minka.allocation.distribution;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.distribution.ZoneShares.Part;
import pe.minka.allocation.distribution.ZoneShares.PoorerBelow;
import pe.minka.allocation.distribution.ZoneShares.Term;
import pe.minka.allocation.distribution.ZoneShares.Zone;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.process.Regulation.Criterion;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class ZoneSharesTest {

    static final List<Criterion> VILLA_EL_SALVADOR = List.of(
            new Criterion("POPULATION", Percent.of("30"), "DIRECT"),
            new Criterion("UNMET_BASIC_NEEDS", Percent.of("20"), "DIRECT"),
            new Criterion("TAX_COMPLIANCE", Percent.of("50"), "DIRECT"));
    private static final Soles TWO_MILLION = Soles.of("2000000.00");

    @Test
    @Tag("VES-10")
    @Tag("ANT-25")
    void eight_sections_share_two_million_to_the_centimo_and_each_shows_its_three_terms() {
        var shares = ZoneShares.of(TWO_MILLION, VILLA_EL_SALVADOR, Soles.ZERO, sections(5100), null);

        assertThat(sum(shares.parts().stream().map(Part::amount).toList())).isEqualTo(TWO_MILLION);
        assertThat(shares.parts()).hasSize(8).allSatisfy(part -> {
            assertThat(part.terms())
                    .extracting(Term::criterion)
                    .containsExactly("POPULATION", "UNMET_BASIC_NEEDS", "TAX_COMPLIANCE");
            assertThat(sum(part.terms().stream().map(Term::amount).toList())).isEqualTo(part.amount());
        });
        assertThat(column(shares, 0)).isEqualTo(Soles.of("600000.00"));
        assertThat(column(shares, 1)).isEqualTo(Soles.of("400000.00"));
        assertThat(column(shares, 2)).isEqualTo(Soles.of("1000000.00"));
    }

    @Test
    @Tag("VES-11")
    void one_more_payer_in_a_section_never_lowers_its_amount() {
        Soles before = Soles.ZERO;
        for (int payers = 4900; payers <= 5200; payers++) {
            var amount = ZoneShares.of(TWO_MILLION, VILLA_EL_SALVADOR, Soles.ZERO, sections(payers), null)
                    .parts()
                    .get(0)
                    .amount();
            assertThat(before.exceeds(amount)).as("with %d payers", payers).isFalse();
            before = amount;
        }
    }

    @Test
    @Tag("POA-01")
    void a_poorer_zone_that_gets_less_per_head_is_named_with_the_richer_one() {
        var rich = zone("RICH", "1000", "10", "900");
        var poor = zone("POOR", "1000", "60", "100");
        var byTaxes = List.of(new Criterion("TAX_COMPLIANCE", Percent.of("100"), "DIRECT"));
        var byNeeds = List.of(new Criterion("UNMET_BASIC_NEEDS", Percent.of("100"), "DIRECT"));

        assertThat(ZoneShares.of(TWO_MILLION, byTaxes, Soles.ZERO, List.of(rich, poor), "UNMET_BASIC_NEEDS")
                        .poorerBelow())
                .containsExactly(new PoorerBelow("POOR", "RICH"));
        assertThat(ZoneShares.of(TWO_MILLION, byNeeds, Soles.ZERO, List.of(rich, poor), "UNMET_BASIC_NEEDS")
                        .poorerBelow())
                .isEmpty();
    }

    @Test
    @Tag("VES-50")
    void an_equal_split_over_thirty_neighbourhoods_is_flagged_with_the_highest_atomisation() {
        var neighbourhoods = new ArrayList<Zone>();
        for (int i = 1; i <= 30; i++) {
            neighbourhoods.add(new Zone("B" + i, "Barrio " + i, Map.of("EQUAL", BigDecimal.ONE)));
        }
        var shares = ZoneShares.of(
                Soles.of("300000.00"),
                List.of(new Criterion("EQUAL", Percent.HUNDRED, "DIRECT")),
                Soles.ZERO,
                neighbourhoods,
                null);

        assertThat(shares.equalSplit()).isTrue();
        assertThat(shares.atomisation()).isEqualByComparingTo("1");
        assertThat(shares.parts()).allSatisfy(part -> assertThat(part.amount()).isEqualTo(Soles.of("10000.00")));
    }

    @Test
    void the_last_centimo_goes_to_somebody_and_no_second_one_appears() {
        var zones = List.of(zone("A", "1", "1", "1"), zone("B", "1", "1", "1"), zone("C", "1", "1", "1"));

        var shares = ZoneShares.of(new Soles(1), VILLA_EL_SALVADOR, Soles.ZERO, zones, null);

        assertThat(sum(shares.parts().stream().map(Part::amount).toList())).isEqualTo(new Soles(1));
    }

    static List<Zone> sections(int payersOfTheFirst) {
        return List.of(
                section(1, "45821", "1912", payersOfTheFirst),
                section(2, "61230", "2540", 7321),
                section(3, "58104", "3125", 6220),
                section(4, "30412", "4871", 1540),
                section(5, "22987", "3990", 1102),
                section(6, "48210", "5560", 2877),
                section(7, "51333", "7210", 903),
                section(8, "26540", "6655", 411));
    }

    private static Zone section(int number, String population, String needs, int payers) {
        return zone("S" + number, population, needs, String.valueOf(payers));
    }

    private static Zone zone(String code, String population, String needs, String payers) {
        return new Zone(
                code,
                code,
                Map.of(
                        "POPULATION", new BigDecimal(population),
                        "UNMET_BASIC_NEEDS", new BigDecimal(needs),
                        "TAX_COMPLIANCE", new BigDecimal(payers)));
    }

    private static Soles column(ZoneShares shares, int term) {
        return sum(shares.parts().stream()
                .map(part -> part.terms().get(term).amount())
                .toList());
    }

    private static Soles sum(List<Soles> amounts) {
        return amounts.stream().reduce(Soles.ZERO, Soles::plus);
    }
}
