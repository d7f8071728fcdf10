package pe.minka.registry.process;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.registry.process.PhaseOutcome.Changed;
import pe.minka.registry.process.PhaseOutcome.Refusal;
import pe.minka.registry.process.PhaseOutcome.Refused;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.RegulationText;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetProcessTest {

    private static final Instant NOW = Instant.parse("2016-04-02T15:00:00Z");
    private static final Evidence NOTHING = required -> 0;
    private static final Evidence ALL = required -> 1000;

    private final BudgetProcess process = called(Ordinances.coyllurqui());

    @Test
    void calling_opens_the_first_phase_and_no_other() {
        assertThat(process.phases())
                .extracting(Phase::state)
                .containsExactly(PhaseState.OPEN, PhaseState.PLANNED, PhaseState.PLANNED, PhaseState.PLANNED);
    }

    @Test
    @Tag("NAT-02")
    void the_preparation_closes_only_with_a_published_roll_and_training_and_all_that_is_missing_is_named() {
        var outcome = (Refused) process.close("PREPARATION", NOTHING, NOW);

        assertThat(outcome.because()).isEqualTo(Refusal.NOT_COMPLETE);
        assertThat(outcome.missing())
                .extracting(missing -> missing.requirement().requires())
                .containsExactly("TECHNICAL_TEAM_CONSTITUTED", "ROLL_PUBLISHED", "TRAINING_HELD");
        assertThat(outcome.missing())
                .allSatisfy(missing -> assertThat(missing.requirement().law()).contains("art."));
    }

    @Test
    void what_exists_in_part_is_named_with_how_much_there_is() {
        closePreparation();
        process.open("CONCERTATION", ALL, NOW);

        var outcome = (Refused)
                process.close("CONCERTATION", required -> required.requires().equals("WORKSHOPS_HELD") ? 2 : 1000, NOW);

        assertThat(outcome.missing()).singleElement().satisfies(missing -> {
            assertThat(missing.requirement().minimum()).isEqualTo(3);
            assertThat(missing.found()).isEqualTo(2);
        });
    }

    @Test
    @Tag("ANT-30")
    void a_phase_opens_only_after_the_one_before_it_closed() {
        assertThat(refusal(process.open("CONCERTATION", ALL, NOW))).isEqualTo(Refusal.OUT_OF_ORDER);

        closePreparation();

        assertThat(process.open("CONCERTATION", ALL, NOW)).isInstanceOf(Changed.class);
        assertThat(refusal(process.open("FORMALISATION", ALL, NOW))).isEqualTo(Refusal.OUT_OF_ORDER);
    }

    @Test
    void a_closed_phase_stays_closed_and_a_planned_one_cannot_be_closed() {
        closePreparation();

        assertThat(refusal(process.open("PREPARATION", ALL, NOW))).isEqualTo(Refusal.ALREADY_CLOSED);
        assertThat(refusal(process.close("PREPARATION", ALL, NOW))).isEqualTo(Refusal.ALREADY_CLOSED);
        assertThat(refusal(process.close("CONCERTATION", ALL, NOW))).isEqualTo(Refusal.NOT_OPEN);
        assertThat(refusal(process.close("CARNIVAL", ALL, NOW))).isEqualTo(Refusal.NO_SUCH_PHASE);
    }

    @Test
    @Tag("VES-27")
    void villa_el_salvador_has_its_own_six_phases_in_their_order() {
        var sixPhases = called(new Regulation(Ordinances.document("villa-el-salvador-2001.v1")));

        assertThat(sixPhases.phases())
                .extracting(Phase::code)
                .containsExactly(
                        "BUDGET_ASSIGNMENT",
                        "PUBLIC_LAUNCH",
                        "DISCUSSIONS",
                        "PRIORITY_AGREEMENT",
                        "PROJECT_IMPLEMENTATION",
                        "ACCOUNTS");
    }

    private void closePreparation() {
        assertThat(process.close("PREPARATION", ALL, NOW)).isInstanceOf(Changed.class);
    }

    private static Refusal refusal(PhaseOutcome outcome) {
        return ((Refused) outcome).because();
    }

    private static BudgetProcess called(Regulation regulation) {
        var call = new Call(
                ProcessId.random(),
                new EntityCode("300305"),
                new Ubigeo("030503"),
                "DISTRICT",
                new FiscalYear(2017),
                "Presupuesto participativo 2016",
                LocalDate.of(2016, 3, 21),
                "ENTITY",
                List.of("RADIO"),
                Map.of());
        return BudgetProcess.called(call, regulation, RegulationText.canonical(regulation.document()), NOW);
    }
}
