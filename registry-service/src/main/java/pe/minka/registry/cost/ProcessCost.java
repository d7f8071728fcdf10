package pe.minka.registry.cost;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What running a process cost, added up.
 *
 * @param outsourcedPercent share of consultancy in the total, one decimal, half up; 0.0 where nothing was spent
 * @param byKind largest first
 * @param byArea the areas of the entity that spent, largest first
 */
@Schema(name = "ProcessCost")
record ProcessCost(Soles total, BigDecimal outsourcedPercent, List<Sum> byKind, List<Sum> byArea) {

    /** @param of a kind of expense or an area */
    @Schema(name = "ProcessCostSum")
    record Sum(String of, Soles amount) {}

    static ProcessCost of(List<ProcessExpense> expenses) {
        var total = total(expenses);
        var outsourced = total(expenses.stream()
                .filter(expense -> expense.kind == ProcessExpense.Kind.CONSULTANCY)
                .toList());
        return new ProcessCost(
                total,
                percent(outsourced, total),
                sums(expenses, expense -> expense.kind.name()),
                sums(expenses, expense -> expense.area));
    }

    private static Soles total(List<ProcessExpense> expenses) {
        return expenses.stream().map(expense -> expense.amount).reduce(new Soles(0), Soles::plus);
    }

    private static BigDecimal percent(Soles part, Soles whole) {
        return whole.centimos() == 0
                ? new BigDecimal("0.0")
                : BigDecimal.valueOf(part.centimos())
                        .multiply(BigDecimal.valueOf(100))
                        .divide(BigDecimal.valueOf(whole.centimos()), 1, RoundingMode.HALF_UP);
    }

    private static List<Sum> sums(List<ProcessExpense> expenses, Function<ProcessExpense, String> group) {
        var sums = new TreeMap<String, Soles>();
        expenses.forEach(expense -> sums.merge(group.apply(expense), expense.amount, Soles::plus));
        return sums.entrySet().stream()
                .map(sum -> new Sum(sum.getKey(), sum.getValue()))
                .sorted((one, other) ->
                        Long.compare(other.amount().centimos(), one.amount().centimos()))
                .toList();
    }
}
