package pe.minka.execution.progress;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.execution.progress.ProgressReport.Measured;
import pe.minka.execution.progress.ProgressRules.Breach;

import java.math.BigDecimal;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class ProgressRulesTest {

    private static final LocalDate JULY = LocalDate.of(2016, 7, 31);
    private static final LocalDate DUE = LocalDate.of(2016, 12, 15);

    private final ProgressRules rules = new ProgressRules(new BigDecimal("45.50"), JULY, DUE);

    @Test
    void progress_never_goes_backwards_without_a_reason() {
        assertThat(rules.breachOf(measured("45.50", JULY.plusDays(1)))).isEmpty();
        assertThat(rules.breachOf(measured("45.49", JULY.plusDays(1)))).contains(Breach.BACKWARDS_WITHOUT_REASON);
        assertThat(rules.breachOf(
                        new Measured(new BigDecimal("45.49"), JULY.plusDays(1), "Se midió de nuevo", null, null, null)))
                .isEmpty();
    }

    @Test
    void each_period_ends_after_the_one_before() {
        assertThat(rules.breachOf(measured("50", JULY))).contains(Breach.PERIOD_NOT_AFTER_THE_LAST);
    }

    @Test
    @Tag("ANT-40")
    void a_work_that_is_not_finished_after_its_day_tells_the_cause_and_the_next_date() {
        assertThat(rules.breachOf(measured("99.99", DUE))).isEmpty();
        assertThat(rules.breachOf(measured("99.99", DUE.plusDays(1)))).contains(Breach.LATE_WITHOUT_CAUSE);
        assertThat(rules.breachOf(measured("100", DUE.plusDays(1)))).isEmpty();
        assertThat(rules.breachOf(delayed(DUE.plusDays(1), DUE.plusDays(2)))).isEmpty();
        assertThat(rules.breachOf(delayed(DUE.plusDays(1), DUE.plusDays(1)))).contains(Breach.LATE_WITHOUT_CAUSE);
    }

    private static Measured measured(String percent, LocalDate periodEnd) {
        return new Measured(new BigDecimal(percent), periodEnd, null, null, null, null);
    }

    private static Measured delayed(LocalDate periodEnd, LocalDate next) {
        return new Measured(new BigDecimal("60"), periodEnd, null, "Huaico en la trocha", next, null);
    }
}
