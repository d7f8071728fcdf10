package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.EqualShares;
import pe.minka.rules.Fraction;
import pe.minka.rules.Greedy;
import pe.minka.rules.MaximinSupport;
import pe.minka.rules.MaximumWelfare;
import pe.minka.rules.Phragmen;
import pe.minka.rules.SelectionRule;
import pe.minka.rules.Threshold;
import pe.minka.rules.TieBreaking;
import pe.minka.rules.Utility;
import picocli.CommandLine.Option;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;

/** The words for a rule, fixed for the scripts of auditors. */
final class RuleOptions {
    static final String RULES = "greedy, greedy-per-cost, equal-shares, phragmen, maximin, max-welfare";

    @Option(
            names = "--utility",
            paramLabel = "WORD",
            description = {
                "What a project is worth to a voter: cardinality, cost, score or borda.",
                "Without it: cost for equal-shares, cardinality for the others. The greedy rules rank by votes for",
                "cardinality and cost, by points for score, by Borda for borda."
            })
    @Nullable
    String utility;

    @Option(
            names = "--completion",
            paramLabel = "WORD",
            defaultValue = "none",
            description = {
                "What equal-shares does with money left: none, utilitarian (by votes), add1 (raise the shares),",
                "add1u (raise, then by votes), add1-total, add1u-total (raise by one unit in all), add-opt, add-optu",
                "(raise to each amount at which the outcome changes). Default: none."
            })
    String completion = "none";

    @Option(
            names = "--ties",
            paramLabel = "CHAIN",
            defaultValue = "votes,cost,id",
            description = {
                "Who comes first among equals: votes, cost, higher-cost, list, id, draw:SEED, joined by commas.",
                "A draw ranks by SHA-256 of SEED|ID in hexadecimal, smallest first. Default: votes,cost,id."
            })
    String ties = "votes,cost,id";

    @Option(names = "--threshold", paramLabel = "N|P%", description = "Greedy: votes (or share of voters) needed.")
    @Nullable
    String threshold;

    @Option(names = "--stop", description = "Greedy: end the list at the first project that does not fit.")
    boolean stop;

    @Option(names = "--exact-start", description = "Add1: start from the exact quotient budget / voters.")
    boolean exactStart;

    @Option(names = "--even-when-exhaustive", description = "Add1: go on although nothing more fits.")
    boolean evenWhenExhaustive;

    @Option(names = "--step", paramLabel = "AMOUNT", description = "Add1: raise by this much per voter. Default: 1.")
    @Nullable
    String step;

    @Option(names = "--compare-with-greedy", description = "Equal-shares: greedy wins where more voters prefer it.")
    boolean comparison;

    SelectionRule rule(String word) {
        var chain = TieBreaking.parse(ties);
        var greedy = Greedy.byVotes().by(utilityOr(Utility.CARDINALITY)).withTies(chain);
        greedy = stop ? greedy.stoppingAtTheFirstMisfit() : greedy;
        greedy = threshold == null ? greedy : greedy.withThreshold(Threshold.parse(threshold));
        return switch (word) {
            case "greedy" -> greedy;
            case "greedy-per-cost" -> greedy.dividedByCost();
            case "equal-shares" -> equalShares().withTies(chain);
            case "phragmen" -> new Phragmen(chain);
            case "maximin" -> new MaximinSupport(chain);
            case "max-welfare" -> new MaximumWelfare(utilityOr(Utility.CARDINALITY), chain);
            default -> throw new IllegalArgumentException("unknown rule \"" + word + "\"; known: " + RULES);
        };
    }

    private EqualShares equalShares() {
        var found = Arrays.stream(EqualShares.Completion.values())
                .filter(known -> known.word().equals(completion))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown completion \"" + completion + "\""));
        var rule = EqualShares.of(utilityOr(Utility.COST), found);
        rule = exactStart ? rule.startingAt(EqualShares.Start.EXACT_QUOTIENT) : rule;
        rule = evenWhenExhaustive ? rule.evenWhenExhaustive() : rule;
        rule = comparison ? rule.comparedWithTheSimpleCount() : rule;
        return step == null ? rule : rule.raisingBy(fraction(step));
    }

    private static Fraction fraction(String words) {
        var decimal = new BigDecimal(words);
        return Fraction.of(
                decimal.movePointRight(Math.max(0, decimal.scale())).toBigIntegerExact(),
                BigInteger.TEN.pow(Math.max(0, decimal.scale())));
    }

    /** The utility in which totals are shown for a rule. */
    Utility utilityFor(String rule) {
        return utilityOr(rule.equals("equal-shares") ? Utility.COST : Utility.CARDINALITY);
    }

    private Utility utilityOr(Utility usual) {
        if (utility == null) {
            return usual;
        }
        var word = utility.toLowerCase(Locale.ROOT);
        return Arrays.stream(Utility.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown utility \"" + word + "\"; known: cardinality, cost, score, borda"));
    }
}
