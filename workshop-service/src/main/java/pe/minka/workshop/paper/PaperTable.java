package pe.minka.workshop.paper;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/**
 * A table where ballots of paper are given out and cast.
 *
 * @param issued ballots it was given
 * @param voters struck off at it
 * @param used ballots found in its box; with spoiled and returned ones once it is reconciled
 * @param withoutBallot voters whose ballot is invalid or was not in the box; once counted
 * @param invalid ballots in the box that mark nothing the ballot paper admits; once counted
 * @param reading the number of the reconciliation that holds, under which its ballots are read
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
        @Nullable Integer invalid,
        int reading) {

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

    /** Ballots that a table accounts for when its vote ends. */
    record Accounted(int used, int spoiled, int returned) {

        boolean exceed(int issued) {
            return (long) used + spoiled + returned > issued;
        }
    }

    void mustBe(State asked) {
        if (state != asked) {
            throw inOtherState();
        }
    }

    RuntimeException inOtherState() {
        return Problem.conflict("table-in-other-state").with("state", state).toException();
    }

    /** Whether its vote has ended and its ballots are not in the box yet. */
    boolean isBeingRead() {
        return state == State.RECONCILED || state == State.DIFFERENT;
    }

    /** Whether all ballots are accounted for, and as many lie in the box as voters came. */
    boolean isComplete(Accounted ballots) {
        return ballots.used() + ballots.spoiled() + ballots.returned() == issued && ballots.used() == voters;
    }
}
