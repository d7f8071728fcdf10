package pe.minka.workshop.ballot;

import java.util.HexFormat;

/** What came of casting a ballot. A refusal is an answer, not a fault: nothing was written. */
sealed interface CastOutcome {

    /**
     * @param commitment the receipt: no one can tell the ballot from it
     * @param signature of the round under the commitment; empty until it is given
     */
    record Counted(String commitment, String signature) implements CastOutcome {

        static Counted of(byte[] commitment) {
            return new Counted(HexFormat.of().formatHex(commitment), "");
        }
    }

    record Refused(Refusal because) implements CastOutcome {}

    enum Refusal {
        VOTE_NOT_OPEN,
        NOT_ON_ROLL,
        ALREADY_VOTED,
        KEY_REUSED,
        /** The request was counted, and a later ballot took the place of its own. */
        SUPERSEDED,
        REQUEST_IN_FLIGHT,
        TOO_MANY_WAITING
    }
}
