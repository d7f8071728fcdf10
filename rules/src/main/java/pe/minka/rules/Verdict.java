package pe.minka.rules;

import org.jspecify.annotations.Nullable;

/** What the rule found for one project, and why. */
public sealed interface Verdict {

    Project project();

    /** Voters who named it. */
    long votes();

    /** What the rule ranked it by in the end: support, effective votes or burden; null where it never came to that. */
    @Nullable
    Fraction measure();

    /**
     * It gets its money.
     *
     * @param round when it was selected, from 1
     * @param payment who paid, where the rule lets voters pay
     */
    record Selected(
            Project project,
            long votes,
            int round,
            Ground ground,
            @Nullable Fraction measure,
            @Nullable Payment payment)
            implements Verdict {}

    /**
     * It gets none.
     *
     * @param because label of the limit or id of the project that stood in the way; empty where there is none
     * @param missing money that was missing in the moment it failed, in the smallest unit, rounded up; 0 where money
     *     was not the reason
     */
    record NotSelected(
            Project project,
            long votes,
            Obstacle obstacle,
            String because,
            long missing,
            @Nullable Fraction measure) implements Verdict {}

    /**
     * Who paid for a project, added up so that nobody can be told from it.
     *
     * @param payers voters who paid something
     * @param atMost what the voters who could pay most paid each, per unit of utility
     * @param gaveAll voters who gave all they had left, and less than that
     */
    record Payment(long payers, Fraction atMost, long gaveAll) {}
}
