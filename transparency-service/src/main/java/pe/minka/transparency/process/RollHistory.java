package pe.minka.transparency.process;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.transparency.fact.RegistryFact.RollPublished;
import pe.minka.transparency.measure.Share;
import pe.minka.transparency.process.PublicProcess.YearOfRoll;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rolls of an entity over the years, each compared with the one before. */
final class RollHistory {

    private RollHistory() {}

    /** @param women null with men where one of both is a small group */
    record Roll(
            ProcessId process,
            int fiscalYear,
            int agents,
            @Nullable Integer women,
            @Nullable Integer men) {

        Roll {
            if (!RollPublished.areTold(women, men)) {
                women = null;
                men = null;
            }
        }
    }

    static List<YearOfRoll> of(List<Roll> rolls) {
        var inOrder = rolls.stream()
                .sorted(Comparator.comparing(Roll::fiscalYear)
                        .thenComparing(roll -> roll.process().value()))
                .toList();
        var years = new ArrayList<YearOfRoll>();
        Roll before = null;
        for (Roll roll : inOrder) {
            years.add(new YearOfRoll(
                    roll.process(),
                    roll.fiscalYear(),
                    roll.agents(),
                    roll.women(),
                    roll.men(),
                    Share.percentOrNone(roll.women(), roll.agents()),
                    growth(before, roll)));
            before = roll;
        }
        return years;
    }

    private static @Nullable BigDecimal growth(@Nullable Roll before, Roll after) {
        return before == null
                ? null
                : Share.growth(BigDecimal.valueOf(before.agents()), BigDecimal.valueOf(after.agents()));
    }
}
