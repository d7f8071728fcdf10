package pe.minka.registry.agent;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.regulation.Ordinances;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class LodgedApplicationTest {

    private static final Instant NOW = Instant.parse("2016-07-26T15:00:00Z");
    private static final LocalDate FRIDAY = LocalDate.of(2016, 7, 22);

    @Test
    void two_working_days_over_the_national_holidays_end_on_the_day_after_them() {
        // 22 July is a Friday, 28 and 29 July are the national holidays
        assertThat(WorkingDays.after(FRIDAY, 2, Ordinances.coyllurqui())).isEqualTo(LocalDate.of(2016, 7, 26));
        assertThat(WorkingDays.after(LocalDate.of(2016, 7, 26), 2, Ordinances.coyllurqui()))
                .isEqualTo(LocalDate.of(2016, 8, 1));
    }

    @Test
    void what_lacks_is_cured_on_the_last_day_of_the_term_and_not_the_day_after() {
        var last = LocalDate.of(2016, 8, 1);
        var application = application(last);

        assertThat(application.stateOn(last)).isEqualTo(ApplicationState.OBSERVED);
        assertThat(application.stateOn(last.plusDays(1))).isEqualTo(ApplicationState.LAPSED);
    }

    @Test
    void an_application_that_lacks_nothing_never_lapses() {
        var application = application(FRIDAY);
        application.checked(true);

        assertThat(application.stateOn(FRIDAY.plusYears(1))).isEqualTo(ApplicationState.COMPLETE);
    }

    @Test
    void what_has_ended_stays_as_it_ended() {
        var accredited = application(FRIDAY);
        accredited.accredited(AgentId.random(), NOW, "registrar");
        var withdrawn = application(FRIDAY);
        withdrawn.withdrawn(NOW, "registrar");

        assertThat(accredited.stateOn(FRIDAY.plusDays(9))).isEqualTo(ApplicationState.ACCREDITED);
        assertThat(withdrawn.stateOn(FRIDAY.plusDays(9))).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @Test
    void papers_are_added_to_those_that_were_handed_in() {
        var application = application(FRIDAY);
        assertThat(application.papers()).isEmpty();

        application.handIn(Set.of("SWORN_STATEMENT"), null);
        application.handIn(Set.of("ASSEMBLY_MINUTES"), null);

        assertThat(application.papers()).containsExactly("ASSEMBLY_MINUTES", "SWORN_STATEMENT");
    }

    private static LodgedApplication application(LocalDate cureUntil) {
        return new LodgedApplication(
                ProcessId.random(),
                UUID.randomUUID(),
                new AccreditAgent.Candidate(
                        AgentRole.PRINCIPAL,
                        null,
                        IdentityDocument.Kind.DNI,
                        "17801146",
                        "Persona",
                        Sex.FEMALE,
                        null,
                        null,
                        "qu",
                        null,
                        Set.of(),
                        0,
                        false),
                NOW,
                "registrar",
                cureUntil);
    }
}
