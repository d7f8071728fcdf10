package pe.minka.allocation.selection;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.SelectionMethod;
import pe.minka.rules.EqualShares;
import pe.minka.rules.EqualShares.Completion;
import pe.minka.rules.Greedy;
import pe.minka.rules.MaximinSupport;
import pe.minka.rules.MaximumWelfare;
import pe.minka.rules.Phragmen;
import pe.minka.rules.SelectionRule;
import pe.minka.rules.Threshold;
import pe.minka.rules.TieBreaking;
import pe.minka.rules.Utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A rule of selection with all its settings, in the words of the command line.
 *
 * @param ties the chain that decides between equals, for example {@code votes,cost,list}
 * @param law the article behind the rule
 */
record Method(String rule, String utility, String completion, long minimumVotes, String ties, String law) {

    static final String SECOND_ROUND = "SECOND_ROUND";
    private static final String STOPPING = "greedy-stop";

    /**
     * The method that a regulation sets.
     *
     * @param seed of draws: a value that nobody knew before the count and everybody can read after it
     */
    static Method of(SelectionMethod set, String seed) {
        return new Method(
                set.rule(),
                Objects.requireNonNullElse(set.utility(), "cardinality"),
                Objects.requireNonNullElse(set.completion(), "none"),
                Objects.requireNonNullElse(set.minimumVotes(), 0L),
                chain(set.tieBreak(), seed),
                Regulation.article(set.law()));
    }

    private static String chain(@Nullable List<String> tieBreak, String seed) {
        var words = new ArrayList<String>();
        for (var step : Objects.requireNonNullElse(tieBreak, List.of("VOTES", "COST", "LIST_ORDER"))) {
            switch (step) {
                case "VOTES" -> words.add("votes");
                case "COST" -> words.add("cost");
                case "LIST_ORDER" -> words.add("list");
                case "DRAW" -> words.add("draw:" + seed);
                case SECOND_ROUND -> {
                    // decided before the count: its outcome is the order of the list
                }
                default -> throw new IllegalArgumentException("unknown tie-break " + step);
            }
        }
        boolean decides = words.stream().anyMatch(word -> word.equals("list") || word.startsWith("draw:"));
        if (!decides) {
            words.add("list");
        }
        return String.join(",", words);
    }

    /** The same method, ties being decided by the order of the list once votes are equal. */
    Method byListAfterVotes() {
        return new Method(rule, utility, completion, minimumVotes, "votes,list", law);
    }

    /**
     * The rule of the library; whoever has the command line can give it the same words.
     *
     * @throws IllegalArgumentException for words that the library does not know
     */
    SelectionRule asRule() {
        var greedy = Greedy.byVotes()
                .by(utilityOfTheLibrary())
                .withThreshold(new Threshold.Votes(minimumVotes))
                .withTies(tieBreaking());
        return switch (rule) {
            case "greedy" -> greedy;
            case STOPPING -> greedy.stoppingAtTheFirstMisfit();
            case "greedy-per-cost" -> greedy.dividedByCost();
            case "equal-shares" ->
                EqualShares.of(utilityOfTheLibrary(), completionOfTheLibrary()).withTies(tieBreaking());
            case "phragmen" -> new Phragmen(tieBreaking());
            case "maximin" -> new MaximinSupport(tieBreaking());
            case "max-welfare" -> new MaximumWelfare(utilityOfTheLibrary(), tieBreaking());
            default -> throw new IllegalArgumentException("unknown rule " + rule);
        };
    }

    /**
     * The same method over a scored list, ranked by its points.
     *
     * @throws IllegalArgumentException for a rule that needs voters
     */
    Method byPoints() {
        if (!rule.startsWith("greedy") && !rule.equals("max-welfare")) {
            throw new IllegalArgumentException("a scored list has no voters, and " + rule + " needs them");
        }
        return new Method(rule, Utility.SCORE.word(), completion, minimumVotes, ties, law);
    }

    boolean ranksByPoints() {
        return utility.equals(Utility.SCORE.word());
    }

    /**
     * Words for the command line of the rules that give the same count.
     *
     * @param limited whether a file of limits belongs to it
     */
    List<String> commandLine(boolean limited) {
        var words = new ArrayList<>(List.of("count", "FILE", "--rule", rule.equals(STOPPING) ? "greedy" : rule));
        words.addAll(List.of("--utility", utility, "--completion", completion, "--ties", ties));
        if (rule.equals(STOPPING)) {
            words.add("--stop");
        }
        if (minimumVotes > 0) {
            words.addAll(List.of("--threshold", String.valueOf(minimumVotes)));
        }
        if (limited) {
            words.addAll(List.of("--limits", "LIMITS"));
        }
        return words;
    }

    /** Whether the sums of a tally suffice to count by it. */
    boolean countsVotesOnly() {
        return rule.startsWith("greedy") && (utility.equals("cardinality") || utility.equals("cost"));
    }

    private Utility utilityOfTheLibrary() {
        return Arrays.stream(Utility.values())
                .filter(known -> known.word().equals(utility))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown utility " + utility));
    }

    private Completion completionOfTheLibrary() {
        return Arrays.stream(Completion.values())
                .filter(known -> known.word().equals(completion))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown completion " + completion));
    }

    TieBreaking tieBreaking() {
        return TieBreaking.parse(ties);
    }
}
