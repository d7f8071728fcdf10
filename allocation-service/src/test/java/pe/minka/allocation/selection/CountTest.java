package pe.minka.allocation.selection;

import org.junit.jupiter.api.Test;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.SelectionMethod;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.allocation.round.TalliedRound;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.core.Ubigeo;
import pe.minka.rules.pabulib.PabulibException;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class CountTest {

    private static final UUID TANK = new UUID(0, 1);
    private static final UUID BRIDGE = new UUID(0, 2);
    private static final UUID ROAD = new UUID(0, 3);

    @Test
    void a_project_one_centimo_too_dear_is_passed_over_and_heads_the_reserve_list() throws PabulibException {
        var input = input("100.00", tally(TANK, "60.00", 9), tally(BRIDGE, "40.01", 8), tally(ROAD, "40.00", 7));

        var count = Count.of(input, method("VOTES", "COST", "LIST_ORDER"));

        assertThat(count.selection().winners()).containsExactly(TANK.toString(), ROAD.toString());
        assertThat(count.reserve()).containsExactly(1);
        assertThat(count.ranks()).containsExactly(1, 2, 3);
    }

    @Test
    void a_title_with_semicolons_quotes_and_lines_does_not_bend_the_file() throws PabulibException {
        var odd = new ProjectTally(
                TANK, "Agua; \"Pfaco\"\nsegunda fila", null, "Z;1", Soles.of("1.00"), 2, null, null, null);

        var read = Count.read(InputFile.fromTallies(process(), round(odd), Soles.of("1.00"), "greedy", List.of(odd)))
                .election();

        assertThat(read.projects()).singleElement().satisfies(project -> {
            assertThat(project.name()).contains("Agua; \"Pfaco\"");
            assertThat(project.territory()).isEqualTo("Z;1");
        });
        assertThat(read.ballots().voters()).isEqualTo(2);
    }

    @Test
    void a_tie_that_decides_who_is_selected_is_open_until_a_second_round() throws PabulibException {
        var deciding = input("100.00", tally(TANK, "60.00", 9), tally(BRIDGE, "60.00", 9), tally(ROAD, "40.00", 1));
        var harmless = input("160.00", tally(TANK, "60.00", 9), tally(BRIDGE, "60.00", 9), tally(ROAD, "40.00", 1));

        assertThat(Count.undecided(deciding, method("VOTES", "SECOND_ROUND", "DRAW"), SelectionLimits.NONE))
                .isEqualTo(Set.of(TANK.toString(), BRIDGE.toString()));
        assertThat(Count.undecided(harmless, method("VOTES", "SECOND_ROUND", "DRAW"), SelectionLimits.NONE))
                .isEmpty();
    }

    @Test
    void the_same_file_and_method_always_give_the_same_winners() throws PabulibException {
        var input = input("60.00", tally(TANK, "60.00", 9), tally(BRIDGE, "60.00", 9));
        var drawn = method("VOTES", "DRAW");

        assertThat(Count.of(input, drawn).selection().winners())
                .isEqualTo(Count.of(input, drawn).selection().winners())
                .hasSize(1);
    }

    @Test
    void ballots_keep_everything_but_their_budget() {
        assertThat(InputFile.fromBallots("META\nkey;value\nbudget;1\nrule;greedy\n", Soles.of("12.50")))
                .isEqualTo("META\nkey;value\nbudget;12.50\nrule;greedy\n");
    }

    private static Method method(String... ties) {
        return Method.of(new SelectionMethod("greedy", null, null, null, List.of(ties), null), "seed");
    }

    private static String input(String budget, ProjectTally... tallies) {
        return InputFile.fromTallies(process(), round(tallies), Soles.of(budget), "greedy", List.of(tallies));
    }

    private static TalliedRound round(ProjectTally... tallies) {
        return new TalliedRound(
                new UUID(0, 9), new ProcessId(new UUID(0, 8)), 10, List.of(tallies), null, "PRIORITISE_PROJECTS");
    }

    private static ProjectTally tally(UUID id, String cost, long votes) {
        return new ProjectTally(id, "Proyecto", null, null, Soles.of(cost), votes, null, null, null);
    }

    private static CalledProcess process() {
        return new CalledProcess(
                new ProcessId(new UUID(0, 8)),
                new EntityCode("300305"),
                new Ubigeo("030503"),
                "Presupuesto 2016",
                new FiscalYear(2017),
                "DISTRICT",
                new Regulation("r", 1, null, null, null, null, null, null, null, null, null, null, null, null, null),
                Set.of());
    }
}
