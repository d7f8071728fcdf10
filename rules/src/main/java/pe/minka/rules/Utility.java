package pe.minka.rules;

import java.math.BigDecimal;

/** What a selected project is worth to a voter who named it on the ballot. */
public enum Utility {
    /** One: every project counts the same. */
    CARDINALITY("cardinality"),
    /** Its cost: money spent on what the voter wanted. */
    COST("cost"),
    /** The points that the voter gave; one where ballots carry none. Points of zero or less are worth nothing. */
    SCORE("score"),
    /** The number of projects that the voter ranked below it on the ballot. */
    BORDA("borda");

    private final String word;

    Utility(String word) {
        this.word = word;
    }

    /** Its word on the command line. */
    public String word() {
        return word;
    }

    /** Refuses ballots that do not say what this utility needs. */
    void check(Ballots ballots) {
        if (this == BORDA && ballots.type() != BallotType.ORDINAL) {
            throw new IllegalArgumentException("borda needs ballots in order of preference, these are "
                    + ballots.type().word());
        }
    }

    /** What one voter of a group gets from the project of an entry, as a whole number of the measure's units. */
    long of(Election election, int group, int entry) {
        var ballots = election.ballots();
        return switch (this) {
            case CARDINALITY -> 1;
            case COST -> election.cost(ballots.project(entry));
            case SCORE -> Math.max(0, ballots.points(entry));
            case BORDA -> ballots.start(group + 1) - entry - 1;
        };
    }

    /** A sum of whole units as people read it: soles, points, or a count. */
    public BigDecimal readable(Election election, long units) {
        return switch (this) {
            case CARDINALITY, BORDA -> BigDecimal.valueOf(units);
            case COST -> election.denomination().decimal(units);
            case SCORE ->
                BigDecimal.valueOf(units, election.ballots().pointDecimals()).stripTrailingZeros();
        };
    }

    /** What all voters get from each project, in whole units. @throws ArithmeticException past the range of long */
    public long[] totals(Election election) {
        check(election.ballots());
        var ballots = election.ballots();
        var totals = new long[election.projects().size()];
        for (int group = 0; group < ballots.groups(); group++) {
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                int project = ballots.project(entry);
                long gained = Math.multiplyExact(of(election, group, entry), (long) ballots.weight(group));
                totals[project] = Math.addExact(totals[project], gained);
            }
        }
        return totals;
    }
}
