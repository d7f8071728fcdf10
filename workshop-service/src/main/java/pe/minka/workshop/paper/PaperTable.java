package pe.minka.workshop.paper;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/**
 * A table where ballots of paper are given out and cast.
 *
 * @param issued ballots it was given
 * @param voters struck off at it
 * @param used ballots found in its box; with spoiled and returned ones once it is reconciled
 * @param withoutBallot voters whose ballot is invalid or was not in the box; once counted
 * @param invalid ballots in the box that mark nothing the ballot paper admits; once counted
 */
record PaperTable(
        UUID table,
        UUID round,
        String label,
        int issued,
        int voters,
        @Nullable Integer used,
        @Nullable Integer spoiled,
        @Nullable Integer returned,
        State state,
        int withoutBallot,
        @Nullable Integer invalid) {

    enum State {
        /** Voters come. */
        VOTING,
        /** Every ballot is accounted for; two people enter what they read. */
        RECONCILED,
        /** Numbers differ: a third person settles it by an act. */
        DIFFERENT,
        /** Its ballots are in the box of the round. */
        COUNTED
    }

    /** Whether all ballots are accounted for, and as many lie in the box as voters came. */
    static boolean isComplete(int issued, int voters, int used, int spoiled, int returned) {
        return used + spoiled + returned == issued && used == voters;
    }
}
