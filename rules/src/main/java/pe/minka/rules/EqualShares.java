package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The Method of Equal Shares (Peters, Pierczyński, Skowron 2021): the budget belongs to the voters in equal shares, and a
 * project is bought by its supporters, as evenly as their shares allow, the cheapest per utility first.
 *
 * @param utility what a project is worth to a supporter
 * @param completion what happens with money that nobody can use alone
 * @param start whether raising starts from whole units per voter or from the exact quotient
 * @param step by how much each voter's share is raised at a time, in the currency; null for one unit of it
 * @param untilExhaustive whether raising ends once nothing more fits in the real budget
 * @param comparing whether the simple count wins where more voters prefer its result
 */
public record EqualShares(
        Utility utility,
        Completion completion,
        Start start,
        @Nullable Fraction step,
        boolean untilExhaustive,
        boolean comparing,
        TieBreaking ties)
        implements SelectionRule {

    /** What happens with money that is left. */
    public enum Completion {
        /** It stays. */
        NONE("none"),
        /** It goes to what fits, by votes. */
        UTILITARIAN("utilitarian"),
        /** The shares are raised step by step as long as the result stays within the budget. */
        ADD1("add1"),
        /** The shares are raised, and what is left then goes by votes. */
        ADD1U("add1u"),
        /** The budget is raised by one unit in all, not one for each voter, at a time. */
        ADD1_TOTAL("add1-total"),
        /** As before, and what is left then goes by votes. */
        ADD1U_TOTAL("add1u-total"),
        /** The budget is raised to each amount, to the smallest unit of the money, at which the outcome changes. */
        ADD_OPT("add-opt"),
        /** As before, and what is left then goes by votes. */
        ADD_OPT_U("add-optu");

        private final String word;

        Completion(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        boolean raises() {
            return this != NONE && this != UTILITARIAN;
        }

        boolean ofTotal() {
            return this == ADD1_TOTAL || this == ADD1U_TOTAL || toEachChange();
        }

        boolean toEachChange() {
            return this == ADD_OPT || this == ADD_OPT_U;
        }

        boolean byVotes() {
            return this == UTILITARIAN || this == ADD1U || this == ADD1U_TOTAL || this == ADD_OPT_U;
        }
    }

    /** From where shares are raised. */
    public enum Start {
        /** From the integer part of budget over voters, in units of the currency, as the public tool does. */
        WHOLE_UNITS,
        /** From the exact quotient. */
        EXACT_QUOTIENT
    }

    /** With a utility and a completion, as the public tool computes it. */
    public static EqualShares of(Utility utility, Completion completion) {
        return new EqualShares(utility, completion, Start.WHOLE_UNITS, null, true, false, TieBreaking.DEFAULT);
    }

    public EqualShares startingAt(Start newStart) {
        return new EqualShares(utility, completion, newStart, step, untilExhaustive, comparing, ties);
    }

    public EqualShares raisingBy(Fraction newStep) {
        if (newStep.signum() <= 0) {
            throw new IllegalArgumentException("shares are raised by more than nothing: " + newStep);
        }
        return new EqualShares(utility, completion, start, newStep, untilExhaustive, comparing, ties);
    }

    public EqualShares evenWhenExhaustive() {
        return new EqualShares(utility, completion, start, step, false, comparing, ties);
    }

    public EqualShares comparedWithTheSimpleCount() {
        return new EqualShares(utility, completion, start, step, untilExhaustive, true, ties);
    }

    public EqualShares withTies(TieBreaking newTies) {
        return new EqualShares(utility, completion, start, step, untilExhaustive, comparing, newTies);
    }

    @Override
    public String words() {
        return "equal-shares, utility " + utility.word() + ", completion " + completion.word()
                + (start == Start.EXACT_QUOTIENT && completion.raises() ? " from the exact quotient" : "")
                + (step == null || !completion.raises() ? "" : " by " + step)
                + (untilExhaustive || !completion.raises() ? "" : " even when exhaustive")
                + (comparing ? ", compared with greedy" : "")
                + ", ties " + ties.words();
    }

    @Override
    public Selection select(Election election, Progress progress) {
        var bundles = Bundles.of(election);
        return bundles.expanded(decide(bundles.merged(), progress));
    }

    private Selection decide(Election election, Progress progress) {
        var votes = election.ballots().votes(election.projects().size());
        var notes = new HashMap<String, String>();
        var docket = new Docket(election, votes);
        if (election.ballots().voters() > 0) {
            var run = new Raising(election, this, progress).outcome(notes);
            enter(docket, election, run);
        }
        for (int project = 0; project < votes.length; project++) {
            if (!docket.settled(project)) {
                docket.refuse(project, Obstacle.NO_VOTES);
            }
        }
        if (completion.byVotes()) {
            completeByVotes(docket, election, votes);
        }
        var selection = docket.selection(words(), notes);
        return comparing ? compared(election, selection, notes) : selection;
    }

    /** What each voter has if the real budget is divided. */
    Fraction share(Election election) {
        return Fraction.of(election.budget(), election.ballots().voters());
    }

    /** What each voter has at first where shares are raised. */
    Fraction firstEndowment(Election election) {
        long one = election.denomination().one();
        return start == Start.WHOLE_UNITS && !completion.ofTotal()
                ? Fraction.of(election.budget() / (one * election.ballots().voters()))
                        .times(one)
                : share(election);
    }

    /** By how much each voter's share is raised at a time, in the smallest unit. */
    Fraction raise(Election election) {
        var raise = (step == null ? Fraction.ONE : step)
                .times(election.denomination().one());
        return completion.ofTotal() ? raise.over(election.ballots().voters()) : raise;
    }

    private void enter(Docket docket, Election election, SharesOutcome run) {
        for (int index = 0; index < run.order().size(); index++) {
            int project = run.order().get(index);
            docket.take(project, Ground.EQUAL_SHARES, run.effectiveVotes(project), run.payment(project));
        }
        for (int project = 0; project < election.projects().size(); project++) {
            var breach = run.breach(project);
            if (!docket.settled(project) && breach != null) {
                docket.refuse(project, breach, null);
            } else if (!docket.settled(project)) {
                var behind = run.behind(project);
                if (behind.signum() > 0 || election.cost(project) > 0) {
                    long missing = Fraction.of(election.cost(project))
                            .minus(behind)
                            .ceiling()
                            .longValueExact();
                    docket.refuse(
                            project,
                            noVotes(docket, election, project) ? Obstacle.NO_VOTES : Obstacle.SHARES_TOO_SMALL,
                            "",
                            missing,
                            null);
                }
            }
        }
    }

    private static boolean noVotes(Docket docket, Election election, int project) {
        return docket.votes(project) == 0 && election.ballots().voters() > 0;
    }

    private void completeByVotes(Docket docket, Election election, long[] votes) {
        var ranks = ties.ranks(election);
        var order = IntStream.range(0, votes.length)
                .filter(project -> !docket.selected(project)
                        && !election.projects().get(project).withdrawn())
                .boxed()
                .sorted(Comparator.comparing((Integer project) -> votes[project])
                        .reversed()
                        .thenComparing(project -> ranks[project]))
                .toList();
        order.forEach(docket::reopen);
        var measures = new ArrayList<Fraction>();
        for (long count : votes) {
            measures.add(Fraction.of(count));
        }
        Greedy.walk(docket, election, order, measures, Ground.COMPLETION, false);
    }

    private Selection compared(Election election, Selection selection, Map<String, String> notes) {
        var simple = Greedy.byVotes().withTies(ties).select(election);
        long better = preferring(election, selection, simple);
        long worse = preferring(election, simple, selection);
        notes.put("prefer equal shares", String.valueOf(better));
        notes.put("prefer greedy", String.valueOf(worse));
        if (worse <= better) {
            return new Selection(election, words(), selection.order(), selection.verdicts(), notes);
        }
        var verdicts = new ArrayList<Verdict>();
        for (int project = 0; project < simple.verdicts().size(); project++) {
            verdicts.add(compared(simple.verdicts().get(project), selection.selected(project)));
        }
        return new Selection(election, words(), simple.order(), verdicts, notes);
    }

    private static Verdict compared(Verdict simple, boolean before) {
        if (simple instanceof Verdict.Selected chosen) {
            return new Verdict.Selected(
                    chosen.project(), chosen.votes(), chosen.round(), Ground.COMPARISON, chosen.measure(), null);
        }
        return before
                ? new Verdict.NotSelected(
                        simple.project(), simple.votes(), Obstacle.LOST_THE_COMPARISON, "", 0, simple.measure())
                : simple;
    }

    /** Voters who have more of their projects in one selection than in another. */
    private static long preferring(Election election, Selection one, Selection other) {
        var ballots = election.ballots();
        long preferring = 0;
        for (int group = 0; group < ballots.groups(); group++) {
            int more = 0;
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                int project = ballots.project(entry);
                more += (one.selected(project) ? 1 : 0) - (other.selected(project) ? 1 : 0);
            }
            preferring += more > 0 ? ballots.weight(group) : 0;
        }
        return preferring;
    }
}
