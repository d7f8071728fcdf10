package pe.minka.execution.progress;

import org.jspecify.annotations.Nullable;
import pe.minka.execution.progress.ProgressReport.Measured;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What a progress report must be.
 *
 * @param latest the percentage reported last; null before the first report
 * @param latestPeriod the end of the period reported last; null before the first report
 * @param due the day by which the work should be finished
 */
record ProgressRules(@Nullable BigDecimal latest, @Nullable LocalDate latestPeriod, LocalDate due) {

    private static final BigDecimal WHOLE = new BigDecimal("100");

    /** Why a report is refused. */
    enum Breach {
        /** The period is not after the one reported last. */
        PERIOD_NOT_AFTER_THE_LAST,
        /** The work is less far than before, and no reason is told. */
        BACKWARDS_WITHOUT_REASON,
        /** The planned day has passed, the work is not finished, and no cause and next day are told. */
        LATE_WITHOUT_CAUSE
    }

    Optional<Breach> breachOf(Measured measured) {
        if (latestPeriod != null && !measured.periodEnd().isAfter(latestPeriod)) {
            return Optional.of(Breach.PERIOD_NOT_AFTER_THE_LAST);
        }
        if (latest != null && measured.physical().compareTo(latest) < 0 && measured.reason() == null) {
            return Optional.of(Breach.BACKWARDS_WITHOUT_REASON);
        }
        return isLate(measured) && !explains(measured) ? Optional.of(Breach.LATE_WITHOUT_CAUSE) : Optional.empty();
    }

    private boolean isLate(Measured measured) {
        return measured.periodEnd().isAfter(due) && measured.physical().compareTo(WHOLE) < 0;
    }

    private static boolean explains(Measured measured) {
        return measured.delayCause() != null
                && measured.nextDate() != null
                && measured.nextDate().isAfter(measured.periodEnd());
    }
}
