package pe.minka.execution.process;

import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * What an ordinance asks of works.
 *
 * @param parties who must have signed one agreement of cooperation before works start
 * @param contributionPercent the least that the community brings, as a percentage of the agreed amount
 * @param committeePerProject whether each work has a management committee of its own
 * @param law the article behind them
 */
public record WorksRules(Set<Party> parties, BigDecimal contributionPercent, boolean committeePerProject, String law) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The least value of the community's part, rounded up: a centimo short is short. */
    public Soles contributionOf(Soles agreed) {
        return new Soles(BigDecimal.valueOf(agreed.centimos())
                .multiply(contributionPercent)
                .divide(HUNDRED, 0, RoundingMode.CEILING)
                .longValueExact());
    }
}
