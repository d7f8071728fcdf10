package pe.minka.workshop.offline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a part of a batch turned out to be. */
sealed interface Brought {

    record Legible(Envelope envelope) implements Brought {}

    record Refused(Flaw because) implements Brought {}

    /** Why something is no envelope. Nothing of it is kept: there is nobody whose ballot it could be. */
    @Schema(name = "EnvelopeFlaw")
    enum Flaw {
        MALFORMED,
        NOT_BASE64
    }
}
