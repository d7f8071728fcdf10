package pe.minka.allocation.coordination;

import pe.minka.allocation.bank.ProjectLists.SharedProblem;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A joint project that two entities could agree on instead of one each: its cost is that of the dearer one, shared as
 * what each would have paid alone.
 */
record JointProposal(String title, Soles cost, List<Part> parts) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** @param percent all parts add to exactly 100 */
    record Part(EntityCode entity, Percent percent) {}

    static JointProposal of(SharedProblem shared) {
        var sum = shared.cost().plus(shared.otherCost());
        boolean even = shared.cost().equals(Soles.ZERO) || shared.otherCost().equals(Soles.ZERO);
        var first = even
                ? BigDecimal.valueOf(50)
                : HUNDRED.multiply(BigDecimal.valueOf(shared.cost().centimos()))
                        .divide(BigDecimal.valueOf(sum.centimos()), 6, RoundingMode.HALF_UP);
        return new JointProposal(
                shared.problem(),
                shared.cost().exceeds(shared.otherCost()) ? shared.cost() : shared.otherCost(),
                List.of(
                        new Part(shared.entity(), new Percent(first)),
                        new Part(shared.other(), new Percent(HUNDRED.subtract(first)))));
    }
}
