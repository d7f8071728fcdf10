package pe.minka.allocation.report;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.Agreement.YearAmount;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.allocation.distribution.ZoneIndicators;
import pe.minka.allocation.plan.Objective;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class ReportsTest {

    private static final UUID WATER = UUID.randomUUID();
    private static final UUID ROADS = UUID.randomUUID();
    private static final List<Objective> PLAN =
            List.of(new Objective(WATER, "OE1", "Agua", "PLAN"), new Objective(ROADS, "OE2", "Caminos", "AGENTS"));

    @Test
    @Tag("VES-49")
    void the_share_that_looks_beyond_one_year_is_of_the_money_not_of_the_number() {
        var report = AgreementsReport.of(
                List.of(agreement(WATER, "75.00", 2017, 2018), agreement(ROADS, "25.00", 2017)), PLAN);

        assertThat(report.multiYearShare()).contains(Percent.of("75"));
    }

    @Test
    @Tag("ANT-53")
    @Tag("SJM-11")
    void money_is_reported_by_objective_once_and_adds_to_the_whole() {
        var report = AgreementsReport.of(
                List.of(
                        agreement(WATER, "75.00", 2017),
                        agreement(WATER, "5.00", 2017),
                        agreement(null, "20.00", 2017)),
                PLAN);

        assertThat(report.byObjective())
                .extracting(sum -> sum.amount().toString())
                .containsExactly("80.00", "0.00", "20.00");
        assertThat(report.total()).isEqualTo(Soles.of("100.00"));
    }

    @Test
    @Tag("NAT-36")
    void a_changed_plan_lists_the_agreements_whose_objective_vanished() {
        var water = agreement(WATER, "75.00", 2017);

        var report = AgreementsReport.of(List.of(water, agreement(ROADS, "1.00", 2017)), PLAN.subList(1, 2));

        assertThat(report.vanished()).containsExactly(water);
    }

    @Test
    @Tag("VES-50")
    void agreements_of_one_size_are_the_thinnest_spread() {
        var equal = IntStream.range(0, 30)
                .mapToObj(i -> agreement(WATER, "10000.00", 2017))
                .toList();

        assertThat(AgreementsReport.of(equal, PLAN).atomisation()).hasValueSatisfying(atomisation -> {
            assertThat(atomisation.index()).isEqualByComparingTo("1");
            assertThat(atomisation.equalSplit()).isTrue();
        });
    }

    @Test
    void nothing_agreed_has_neither_share_nor_index() {
        var report = AgreementsReport.of(List.of(), PLAN);

        assertThat(report.multiYearShare()).isEmpty();
        assertThat(report.atomisation()).isEmpty();
    }

    @Test
    @Tag("COY-78")
    void twenty_two_projects_of_the_programme_are_all_validated() {
        var tallies =
                IntStream.range(0, 22).mapToObj(i -> tally("PROGRAMME", 1)).toList();

        var report = ProgrammeReport.of(tallies, List.of());

        assertThat(report.programme()).isEqualTo(22);
        assertThat(report.validatedPercent()).contains(100);
        assertThat(report.enteredPercent()).isEmpty();
    }

    @Test
    @Tag("COY-64")
    void one_project_without_a_vote_is_not_validated() {
        var report = ProgrammeReport.of(List.of(tally("PROGRAMME", 1), tally("PROGRAMME", 0)), List.of());

        assertThat(report.validated()).isEqualTo(1);
        assertThat(report.validatedPercent()).contains(50);
    }

    @Test
    @Tag("NAT-39")
    void money_per_head_is_told_from_the_poorest_fifth_to_the_least_poor() {
        var zones = IntStream.rangeClosed(1, 5)
                .mapToObj(i -> new ZoneIndicators(
                        "Z" + i,
                        "Zona " + i,
                        Map.of("POPULATION", BigDecimal.valueOf(100), "POVERTY", BigDecimal.valueOf(10L * i))))
                .toList();

        var quintiles =
                PovertyQuintiles.of(zones, "POVERTY", Map.of("Z5", Soles.of("300.00"), "Z1", Soles.of("99.99")));

        assertThat(quintiles).hasSize(5);
        assertThat(quintiles.get(0).zones()).containsExactly("Z5");
        assertThat(quintiles.get(0).perHead()).isEqualTo(Soles.of("3.00"));
        assertThat(quintiles.get(4).perHead()).isEqualTo(Soles.of("0.99"));
    }

    private static ProjectTally tally(String origin, long votes) {
        return new ProjectTally(UUID.randomUUID(), "Proyecto", null, null, Soles.of("1.00"), votes, null, origin, null);
    }

    private static Agreement agreement(@Nullable UUID objective, String amount, int... years) {
        return new Agreement(
                UUID.randomUUID(),
                UUID.randomUUID(),
                ProcessId.random(),
                new EntityCode("300305"),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "Acuerdo",
                1,
                objective,
                null,
                null,
                Soles.of(amount),
                Soles.of(amount),
                AgreementState.OPEN,
                0,
                0,
                IntStream.of(years)
                        .mapToObj(year -> new YearAmount(new FiscalYear(year), Soles.of("1.00")))
                        .toList());
    }
}
