package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.regulation.SanctionsRule.FaultGravity;
import pe.minka.registry.regulation.SanctionsRule.FaultKind;
import pe.minka.registry.regulation.SanctionsRule.NamedFault;
import pe.minka.registry.regulation.SanctionsRule.SanctionMeasure;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class SanctionTest {

    private static final LocalDate LAST = LocalDate.of(2016, 5, 24);

    @Test
    void the_organisation_replaces_its_agent_until_the_last_day_of_the_term() {
        var sanction = sanction(SanctionMeasure.REPLACEMENT);
        assertThat(sanction.stateOn(LAST, false)).isEqualTo(SanctionState.LETTER_DUE);

        sanction.written("Carta 014-2016", LAST.minusDays(7), LAST);

        assertThat(sanction.stateOn(LAST, false)).isEqualTo(SanctionState.TO_BE_REPLACED);
        assertThat(sanction.stateOn(LAST.plusDays(1), false)).isEqualTo(SanctionState.OVERDUE);
        assertThat(sanction.stateOn(LAST.plusDays(1), true)).isEqualTo(SanctionState.REPLACED);
    }

    @Test
    void a_letter_is_all_where_the_regulation_says_so() {
        var sanction = sanction(SanctionMeasure.LETTER);
        sanction.written("Carta 014-2016", LAST, null);

        assertThat(sanction.stateOn(LAST.plusYears(1), false)).isEqualTo(SanctionState.LETTER_SENT);
    }

    @Test
    void a_disqualification_waits_for_no_letter_and_stays() {
        var sanction = sanction(SanctionMeasure.DISQUALIFICATION);
        assertThat(sanction.stateOn(LAST, false)).isEqualTo(SanctionState.DISQUALIFICATION_DUE);

        sanction.disqualified("Resolución 021-2016", LAST, "registrar");

        assertThat(sanction.stateOn(LAST.plusDays(9), true)).isEqualTo(SanctionState.DISQUALIFIED);
    }

    private static Sanction sanction(SanctionMeasure measure) {
        return new Sanction(
                ProcessId.random(),
                AgentId.random(),
                new NamedFault(FaultKind.DRUNKENNESS, FaultGravity.SERIOUS, measure, "Ordenanza"),
                LocalDate.of(2016, 5, 14),
                "Acta",
                Instant.EPOCH,
                "registrar");
    }
}
