package pe.minka.transparency.finding;

import org.jspecify.annotations.Nullable;
import pe.minka.transparency.measure.Measured;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What is looked for: a comparison of figures, as data. No threshold stands in code.
 *
 * @param kind stable name, {@code NOT_IN_MINUTES}
 * @param over the type of thing it is asked of
 * @param conditions all of them must hold
 * @param law the article, or the promise, that it watches over
 * @param title a few words by language
 * @param text plain words by language, with {@code {figure}} and {@code {title}} to be filled
 */
record FindingRule(
        String kind,
        Severity severity,
        String over,
        List<Condition> conditions,
        @Nullable String law,
        Map<String, String> title,
        Map<String, String> text) {

    /** What the figures say; nothing where one that is asked for is not known. */
    enum Verdict {
        HOLDS,
        HOLDS_NOT,
        NOT_KNOWN
    }

    enum Operator {
        BELOW,
        ABOVE,
        EQUAL;

        boolean holds(BigDecimal left, BigDecimal right) {
            int order = left.compareTo(right);
            return switch (this) {
                case BELOW -> order < 0;
                case ABOVE -> order > 0;
                case EQUAL -> order == 0;
            };
        }
    }

    /**
     * One comparison, against another figure or a number of the rule.
     *
     * @param plus added to the right side; a margin
     */
    record Condition(
            String figure,
            Operator is,
            @Nullable String than,
            @Nullable BigDecimal number,
            @Nullable BigDecimal plus) {

        Condition {
            if ((than == null) == (number == null)) {
                throw new IllegalArgumentException("a condition compares with a figure or with a number: " + figure);
            }
        }

        Verdict of(Measured measured) {
            var left = measured.figure(figure);
            var right = than == null ? number : measured.figure(than);
            if (left == null || right == null) {
                return Verdict.NOT_KNOWN;
            }
            return is.holds(left, plus == null ? right : right.add(plus)) ? Verdict.HOLDS : Verdict.HOLDS_NOT;
        }
    }

    Verdict of(Measured measured) {
        var verdict = Verdict.HOLDS;
        for (Condition condition : conditions) {
            var one = condition.of(measured);
            if (one == Verdict.HOLDS_NOT) {
                return one;
            }
            if (one == Verdict.NOT_KNOWN) {
                verdict = one;
            }
        }
        return verdict;
    }
}
