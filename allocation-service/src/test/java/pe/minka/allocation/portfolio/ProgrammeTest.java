package pe.minka.allocation.portfolio;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.portfolio.Programme.Breach;
import pe.minka.allocation.selection.ProjectOutcome;
import pe.minka.allocation.selection.Reason;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class ProgrammeTest {

    private static final FiscalYear FIRST = new FiscalYear(2017);
    private static final ProjectOutcome WATER = project("Agua de Pfaco", "480000.00");

    @Test
    @Tag("COY-05")
    @Tag("ANT-26")
    void a_project_is_carried_out_in_phases_with_a_cost_and_a_year_each() {
        var programme = programme(
                entry(2017, Phase.TECHNICAL_FILE, "40000.00"),
                entry(2018, Phase.WORKS, "300000.00"),
                entry(2019, Phase.WORKS, "140000.00"));

        assertThat(programme.breaches(List.of(WATER))).isEmpty();
        assertThat(programme.byYear())
                .isEqualTo(Map.of(
                        new FiscalYear(2017), Soles.of("40000.00"),
                        new FiscalYear(2018), Soles.of("300000.00"),
                        new FiscalYear(2019), Soles.of("140000.00")));
    }

    @Test
    @Tag("COY-62")
    void the_year_after_the_horizon_and_the_year_before_it_are_refused() {
        var programme = programme(entry(2016, Phase.TECHNICAL_FILE, "40000.00"), entry(2020, Phase.WORKS, "440000.00"));

        assertThat(programme.breaches(List.of(WATER)))
                .containsExactly(
                        new Breach.OutsideHorizon(0, new FiscalYear(2016)),
                        new Breach.OutsideHorizon(1, new FiscalYear(2020)));
    }

    @Test
    @Tag("SJM-16")
    void an_allocation_one_centimo_below_the_cost_of_the_project_is_refused() {
        assertThat(programme(entry(2017, Phase.WORKS, "479999.99")).breaches(List.of(WATER)))
                .containsExactly(
                        new Breach.BelowCost(WATER.proposal(), WATER.title(), WATER.amount(), Soles.of("479999.99")));
    }

    @Test
    void an_allocation_one_centimo_above_the_cost_of_the_project_is_refused() {
        assertThat(programme(entry(2017, Phase.WORKS, "480000.01")).breaches(List.of(WATER)))
                .containsExactly(
                        new Breach.AboveCost(WATER.proposal(), WATER.title(), WATER.amount(), Soles.of("480000.01")));
    }

    @Test
    void works_before_the_end_of_the_technical_file_are_refused() {
        var programme = programme(entry(2018, Phase.TECHNICAL_FILE, "40000.00"), entry(2017, Phase.WORKS, "440000.00"));

        assertThat(programme.breaches(List.of(WATER)))
                .containsExactly(new Breach.PhasesOutOfOrder(
                        WATER.proposal(), WATER.title(), Phase.WORKS, Phase.TECHNICAL_FILE));
    }

    @Test
    void no_selected_project_is_left_without_a_year_and_no_other_slips_in() {
        var stranger = UUID.randomUUID();
        var programme = new Programme(FIRST, 3, List.of(new Entry(stranger, FIRST, Phase.WORKS, Soles.of("1.00"))));

        assertThat(programme.breaches(List.of(WATER)))
                .containsExactly(
                        new Breach.NotSelected(0, stranger), new Breach.Unscheduled(WATER.proposal(), WATER.title()));
    }

    @Test
    void one_phase_stands_once_in_a_year_and_with_money() {
        var programme = programme(entry(2017, Phase.WORKS, "480000.00"), entry(2017, Phase.WORKS, "0.00"));

        assertThat(programme.breaches(List.of(WATER)))
                .containsExactly(new Breach.EntryRepeated(1, WATER.proposal()), new Breach.NothingInEntry(1));
    }

    @Test
    void without_entries_all_is_carried_out_in_the_first_year() {
        assertThat(Programme.atOnce(FIRST, 1, List.of(WATER)).breaches(List.of(WATER)))
                .isEmpty();
    }

    @Test
    @Tag("COY-06")
    void a_portfolio_is_stale_the_day_after_its_anniversary() {
        var made = LocalDate.of(2016, 4, 25);

        assertThat(Programme.isStale(made, LocalDate.of(2017, 4, 25))).isFalse();
        assertThat(Programme.isStale(made, LocalDate.of(2017, 4, 26))).isTrue();
    }

    private static Programme programme(Entry... entries) {
        return new Programme(FIRST, 3, List.of(entries));
    }

    private static Entry entry(int year, Phase phase, String amount) {
        return new Entry(WATER.proposal(), new FiscalYear(year), phase, Soles.of(amount));
    }

    private static ProjectOutcome project(String title, String cost) {
        return new ProjectOutcome(
                UUID.randomUUID(),
                title,
                Soles.of(cost),
                214,
                1,
                null,
                null,
                null,
                null,
                new Reason("WITHIN_BUDGET", Map.of()),
                null,
                null);
    }
}
