package pe.minka.allocation.portfolio;

import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a portfolio asks of an entity each year, held against what the entity carried out in the years before.
 *
 * @param yearly what it executed in a past year on average, rounded down; absent where no past year is known
 * @param years how many past years that is taken from
 * @param demanding the year that asks most
 * @param asked what it asks
 */
record ExecutionCapacity(Optional<Soles> yearly, int years, FiscalYear demanding, Soles asked) {

    /** Over how many past years, where the ordinance does not say. */
    static final int USUAL_YEARS = 3;

    /** @param executed of each past year, in any order */
    static ExecutionCapacity of(Map<FiscalYear, Soles> programmed, List<Soles> executed) {
        var most = programmed.entrySet().stream()
                .max(Map.Entry.<FiscalYear, Soles>comparingByValue()
                        .thenComparing(
                                Map.Entry.<FiscalYear, Soles>comparingByKey().reversed()))
                .orElseThrow();
        var sum = executed.stream().reduce(Soles.ZERO, Soles::plus);
        return new ExecutionCapacity(
                executed.isEmpty() ? Optional.empty() : Optional.of(new Soles(sum.centimos() / executed.size())),
                executed.size(),
                most.getKey(),
                most.getValue());
    }

    /** Whether a year asks more than was ever carried out in one on average. */
    boolean isExceeded() {
        return yearly.filter(asked::exceeds).isPresent();
    }

    /** How many times the average of the past the demanding year is, two decimals rounded up; absent without a past. */
    Optional<BigDecimal> ratio() {
        return yearly.filter(capacity -> capacity.exceeds(Soles.ZERO))
                .map(capacity -> BigDecimal.valueOf(asked.centimos())
                        .divide(BigDecimal.valueOf(capacity.centimos()), 2, RoundingMode.UP));
    }
}
