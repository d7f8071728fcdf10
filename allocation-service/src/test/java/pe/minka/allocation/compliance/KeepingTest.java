package pe.minka.allocation.compliance;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.agreement.AgreementState;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

class KeepingTest {

    @Test
    @Tag("COY-93")
    void an_agreement_is_overdue_the_day_after_its_last_year_and_never_once_given_up() {
        var open = agreement(AgreementState.OPEN, 0);
        var givenUp = agreement(AgreementState.WITHDRAWN, 1);

        assertThat(Keeping.of(open, null, LocalDate.of(2018, 12, 31)).overdue()).isFalse();
        assertThat(Keeping.of(open, null, LocalDate.of(2019, 1, 1)).overdue()).isTrue();
        assertThat(Keeping.of(givenUp, null, LocalDate.of(2019, 1, 1)).overdue())
                .isFalse();
        assertThat(Keeping.of(givenUp, null, LocalDate.of(2019, 1, 1)).lawfullyChanged())
                .isTrue();
    }

    private static Agreement agreement(AgreementState state, int modifications) {
        var amount = Soles.of("1.00");
        return new Agreement(
                new UUID(0, 1),
                new UUID(0, 2),
                new ProcessId(new UUID(0, 3)),
                new EntityCode("300305"),
                new UUID(0, 4),
                new UUID(0, 5),
                "Acuerdo",
                1,
                null,
                null,
                null,
                amount,
                amount,
                state,
                modifications,
                0,
                List.of(
                        new Agreement.YearAmount(new FiscalYear(2017), amount),
                        new Agreement.YearAmount(new FiscalYear(2018), amount)));
    }
}
