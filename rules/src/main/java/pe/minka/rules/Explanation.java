package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * Why a project was selected or not, and what would have changed it.
 *
 * @param moreVotes ballots for this project alone that would have got it selected; null where it was, or nothing does
 * @param atCost highest cost found at which it would have been selected; null as above
 * @param atBudget budget found at which it would have been selected; null as above
 */
public record Explanation(
        Verdict verdict,
        @Nullable Long moreVotes,
        @Nullable Long atCost,
        @Nullable Long atBudget) {
    private static final int MOST_DOUBLINGS = 24;
    private static final int SHOWN_DECIMALS = 2;

    /**
     * Explains one verdict by counting again with more votes, a lower cost or a larger budget. Each figure is proved by
     * such a count; that no smaller change would do is certain only for rules without ups and downs, as the simple count.
     */
    public static Explanation of(Selection selection, SelectionRule rule, int project) {
        var verdict = selection.verdicts().get(project);
        var election = selection.election();
        if (verdict instanceof Verdict.Selected
                || election.projects().get(project).withdrawn()) {
            return new Explanation(verdict, null, null, null);
        }
        long one = election.denomination().one();
        var votes = smallest(
                1, extra -> rule.select(withVotes(election, project, extra)).selected(project));
        var budget = smallest(
                Math.max(1, election.budget() / 1000 / one) * one,
                extra -> election.budget() + extra <= Denomination.LARGEST_AMOUNT
                        && rule.select(election.withBudget(election.budget() + extra))
                                .selected(project));
        return new Explanation(
                verdict, votes, cost(election, rule, project), budget == null ? null : election.budget() + budget);
    }

    private interface Trial {
        boolean selects(long change);
    }

    /** The smallest change found by doubling and halving, or null where no doubling helps. */
    private static @Nullable Long smallest(long unit, Trial trial) {
        long high = unit;
        for (int doubling = 0; !trial.selects(high); doubling++) {
            if (doubling == MOST_DOUBLINGS) {
                return null;
            }
            high *= 2;
        }
        long low = high == unit ? 0 : high / 2;
        while (high - low > unit) {
            long middle = low + (high - low) / 2 / unit * unit;
            if (trial.selects(middle)) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static @Nullable Long cost(Election election, SelectionRule rule, int project) {
        if (!election.limits().schedule().isEmpty()) {
            return null;
        }
        var original = election.projects().get(project);
        long one = election.denomination().one();
        long high = original.cost() / one + 1;
        long low = 0;
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            var cheaper = election.withProject(project, original.costing(Math.min(middle * one, original.cost())));
            if (rule.select(cheaper).selected(project)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : Long.valueOf(low * one);
    }

    private static Election withVotes(Election election, int project, long extra) {
        var ballots = election.ballots();
        var box = Ballots.of(ballots.type());
        box.pointDecimals(ballots.pointDecimals());
        long most = 1;
        for (int group = 0; group < ballots.groups(); group++) {
            int start = ballots.start(group);
            int length = ballots.start(group + 1) - start;
            var named = new int[length];
            var points = new long[length];
            for (int index = 0; index < length; index++) {
                named[index] = ballots.project(start + index);
                points[index] = ballots.points(start + index);
                most = Math.max(most, points[index]);
            }
            box.add(ballots.weight(group), named, ballots.hasPoints() ? points : null, length);
        }
        int[] alone = {project};
        long[] given = {most};
        box.add(Math.toIntExact(extra), alone, ballots.hasPoints() ? given : null, 1);
        return election.withBallots(box.build());
    }

    /** The verdict and what would have changed it, in plain sentences. */
    public List<String> sentences(Selection selection, Language language) {
        var money = selection.election().denomination();
        var sentences = new ArrayList<String>();
        sentences.add(sentence(verdict, money, language));
        if (moreVotes != null) {
            sentences.add(language.sentence("more-votes", String.valueOf(moreVotes)));
        }
        if (atCost != null) {
            sentences.add(language.sentence("less-cost", money.plain(atCost)));
        }
        if (atBudget != null) {
            sentences.add(language.sentence("more-budget", money.plain(atBudget)));
        }
        return sentences;
    }

    /** A verdict in one plain sentence. */
    public static String sentence(Verdict verdict, Denomination money, Language language) {
        var project = verdict.project();
        var called = project.name().isEmpty() ? project.id() : project.id() + " (" + project.name() + ")";
        var votes = String.valueOf(verdict.votes());
        if (verdict instanceof Verdict.NotSelected failed) {
            return language.sentence(
                    failed.obstacle().name(), called, votes, failed.because(), money.plain(failed.missing()));
        }
        var chosen = (Verdict.Selected) verdict;
        var payment = chosen.payment();
        return language.sentence(
                chosen.ground().name(),
                called,
                votes,
                String.valueOf(chosen.round()),
                payment == null ? "" : String.valueOf(payment.payers()),
                payment == null
                        ? ""
                        : payment.atMost()
                                .over(money.one())
                                .rounded(SHOWN_DECIMALS)
                                .toPlainString(),
                payment == null ? "" : String.valueOf(payment.gaveAll()),
                chosen.measure() == null
                        ? ""
                        : chosen.measure().rounded(SHOWN_DECIMALS).toPlainString());
    }
}
