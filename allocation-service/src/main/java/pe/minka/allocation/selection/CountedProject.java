package pe.minka.allocation.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.SmallCells;
import pe.minka.rules.Denomination;
import pe.minka.rules.Fraction;
import pe.minka.rules.Verdict;

import java.util.UUID;

/**
 * What happened to one project in the count, as anyone may know it.
 *
 * @param round when it was selected, from 1; absent where it was not
 * @param measure what it was ranked by in the end: support, effective votes or burden, rounded to six decimals
 * @param payers voters who paid for it, where the rule lets voters pay; absent below five
 * @param atMost what those who could pay most paid each, per unit of utility
 * @param gaveAll of them, those who gave all they had left; absent where it would tell of fewer than five
 * @param fewerThanFive whether a count was left out because it would tell of fewer than five people
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CountedProject(
        UUID proposal,
        String code,
        @Nullable Integer round,
        @Nullable String measure,
        @Nullable Long payers,
        @Nullable String atMost,
        @Nullable Long gaveAll,
        boolean fewerThanFive) {

    private static final int SHOWN_DECIMALS = 6;

    static CountedProject of(UUID proposal, Verdict verdict, Denomination money) {
        if (verdict instanceof Verdict.NotSelected not) {
            return new CountedProject(
                    proposal, not.obstacle().name(), null, shown(not.measure()), null, null, null, false);
        }
        var selected = (Verdict.Selected) verdict;
        var payment = selected.payment();
        if (payment == null) {
            return new CountedProject(
                    proposal,
                    selected.ground().name(),
                    selected.round(),
                    shown(selected.measure()),
                    null,
                    null,
                    null,
                    false);
        }
        boolean tellsPayers = payment.payers() >= SmallCells.SMALLEST_SHOWN;
        boolean tellsAll = tellsPayers && isTold(payment.gaveAll()) && isTold(payment.payers() - payment.gaveAll());
        return new CountedProject(
                proposal,
                selected.ground().name(),
                selected.round(),
                tellsPayers ? shown(selected.measure()) : null,
                tellsPayers ? payment.payers() : null,
                shown(payment.atMost().over(money.one())),
                tellsAll ? payment.gaveAll() : null,
                !tellsPayers || !tellsAll);
    }

    private static boolean isTold(long people) {
        return people == 0 || people >= SmallCells.SMALLEST_SHOWN;
    }

    private static @Nullable String shown(@Nullable Fraction value) {
        return value == null ? null : value.rounded(SHOWN_DECIMALS).toPlainString();
    }
}
