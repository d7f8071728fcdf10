package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a rule has decided so far: the selected projects in their order, and a verdict for each that is settled. */
final class Docket {
    private final Election election;
    private final long[] votes;
    private final LimitTally limits;
    private final List<Integer> order = new ArrayList<>();
    private final @Nullable Verdict[] verdicts;
    private long spent;

    Docket(Election election, long[] votes) {
        this.election = election;
        this.votes = votes;
        this.limits = new LimitTally(election);
        this.verdicts = new Verdict[votes.length];
        for (int project = 0; project < votes.length; project++) {
            if (election.projects().get(project).withdrawn()) {
                refuse(project, Obstacle.WITHDRAWN);
            }
        }
    }

    boolean settled(int project) {
        return verdicts[project] != null;
    }

    boolean selected(int project) {
        return verdicts[project] instanceof Verdict.Selected;
    }

    long votes(int project) {
        return votes[project];
    }

    /** What is left of the budget. */
    long left() {
        return election.budget() - spent;
    }

    boolean fits(int project) {
        return election.cost(project) <= left();
    }

    List<Integer> order() {
        return order;
    }

    /** Why limits keep a project out now, or null. */
    @Nullable
    Breach breach(int project) {
        return limits.breach(project);
    }

    void take(int project, Ground ground, @Nullable Fraction measure, Verdict.@Nullable Payment payment) {
        order.add(project);
        spent += election.cost(project);
        limits.take(project);
        verdicts[project] = new Verdict.Selected(
                election.projects().get(project), votes[project], order.size(), ground, measure, payment);
    }

    void refuse(int project, Obstacle obstacle) {
        refuse(project, obstacle, "", 0, null);
    }

    void refuse(int project, Obstacle obstacle, String because, long missing, @Nullable Fraction measure) {
        verdicts[project] = new Verdict.NotSelected(
                election.projects().get(project), votes[project], obstacle, because, missing, measure);
        limits.close(project);
    }

    void refuse(int project, Breach breach, @Nullable Fraction measure) {
        refuse(project, breach.obstacle(), breach.because(), 0, measure);
    }

    /** Takes back that a project was refused, so that a completion may look at it again. */
    void reopen(int project) {
        verdicts[project] = null;
        limits.reopen(project);
    }

    void releaseMinimums() {
        limits.release();
    }

    Selection selection(String rule, Map<String, String> notes) {
        var all = new ArrayList<Verdict>();
        for (int project = 0; project < verdicts.length; project++) {
            var verdict = verdicts[project];
            if (verdict == null) {
                throw new IllegalStateException("no verdict for project " + project);
            }
            all.add(verdict);
        }
        return new Selection(election, rule, order, all, notes);
    }
}
