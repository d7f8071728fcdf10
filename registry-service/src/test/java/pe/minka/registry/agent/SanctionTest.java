package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.agent.Sanction.State;
import pe.minka.registry.regulation.SanctionsRule.FaultKind;
import pe.minka.registry.regulation.SanctionsRule.Gravity;
import pe.minka.registry.regulation.SanctionsRule.Measure;
import pe.minka.registry.regulation.SanctionsRule.NamedFault;

import java.time.Instant;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class SanctionTest {

    private static final LocalDate LAST = LocalDate.of(2016, 5, 24);

    @Test
    void the_organisation_replaces_its_agent_until_the_last_day_of_the_term() {
        var sanction = sanction(Measure.REPLACEMENT);
        assertThat(sanction.stateOn(LAST, false)).isEqualTo(State.LETTER_DUE);

        sanction.written("Carta 014-2016", LAST.minusDays(7), LAST);

        assertThat(sanction.stateOn(LAST, false)).isEqualTo(State.TO_BE_REPLACED);
        assertThat(sanction.stateOn(LAST.plusDays(1), false)).isEqualTo(State.OVERDUE);
        assertThat(sanction.stateOn(LAST.plusDays(1), true)).isEqualTo(State.REPLACED);
    }

    @Test
    void a_letter_is_all_where_the_regulation_says_so() {
        var sanction = sanction(Measure.LETTER);
        sanction.written("Carta 014-2016", LAST, null);

        assertThat(sanction.stateOn(LAST.plusYears(1), false)).isEqualTo(State.LETTER_SENT);
    }

    @Test
    void a_disqualification_waits_for_no_letter_and_stays() {
        var sanction = sanction(Measure.DISQUALIFICATION);
        assertThat(sanction.stateOn(LAST, false)).isEqualTo(State.DISQUALIFICATION_DUE);

        sanction.disqualified("Resolución 021-2016", LAST, "registrar");

        assertThat(sanction.stateOn(LAST.plusDays(9), true)).isEqualTo(State.DISQUALIFIED);
    }

    private static Sanction sanction(Measure measure) {
        return new Sanction(
                ProcessId.random(),
                AgentId.random(),
                new NamedFault(FaultKind.DRUNKENNESS, Gravity.SERIOUS, measure, "Ordenanza"),
                LocalDate.of(2016, 5, 14),
                "Acta",
                Instant.EPOCH,
                "registrar");
    }
}
