package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/**
 * Raises the equal shares step by step, as long as the result stays within the real budget.
 *
 * <p>Steps are passed over that provably change nothing, so that the outcome is that of going step by step.
 */
final class Raising {
    private final Election election;
    private final EqualShares rule;
    private final Progress progress;
    private final Support support;
    private final int[] ranks;
    private long runs;

    Raising(Election election, EqualShares rule, Progress progress) {
        this.election = election;
        this.rule = rule;
        this.progress = progress;
        support = Support.of(election, rule.utility());
        ranks = rule.ties().ranks(election);
    }

    /** The last run within the budget; what it ended with is noted. */
    SharesOutcome outcome(Map<String, String> notes) {
        long all = election.projects().stream().mapToLong(Project::cost).sum();
        boolean raises = rule.completion().raises() && all > election.budget();
        var endowment = raises ? rule.firstEndowment(election) : rule.share(election);
        var run = with(endowment, null).run();
        if (raises) {
            var step = rule.raise(election);
            var stride = new Stride();
            while (goesOn(run)) {
                long quiet = Math.max(
                        1, run.outcome().quietFor().over(step).ceiling().longValueExact());
                long steps = Math.max(quiet, stride.next());
                var next = endowment.plus(step.times(steps));
                var further = with(next, run.log());
                if (steps > quiet && !further.compare().steady()) {
                    stride.failed(steps);
                    continue;
                }
                if (steps == quiet && further.run().spent() > election.budget()) {
                    if (quiet > 1) {
                        endowment = endowment.plus(step.times(quiet - 1));
                        run = with(endowment, run.log()).run();
                    }
                    break;
                }
                stride.made(steps, further.order().equals(run.order()));
                endowment = next;
                run = further;
            }
        }
        notes.put(
                "endowment",
                endowment.over(election.denomination().one()).rounded(6).toPlainString());
        notes.put("runs", String.valueOf(runs));
        return run.outcome();
    }

    /** Whether larger shares could do anything for what is left out. */
    private boolean goesOn(SharesRun run) {
        var outcome = run.outcome();
        return !outcome.complete() && (!rule.untilExhaustive() || outcome.leavesOut(election.budget() - run.spent()));
    }

    private SharesRun with(Fraction endowment, @Nullable RunLog earlier) {
        runs++;
        progress.reached("raising the shares", runs, 0);
        return new SharesRun(election, support, rule.utility(), ranks, endowment, election.budget(), earlier);
    }
}
