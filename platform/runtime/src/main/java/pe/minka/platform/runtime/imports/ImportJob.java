package pe.minka.platform.runtime.imports;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.UUID;

/**
 * A file that was brought, and how far it has been taken in.
 *
 * @param wrappedKey of the file; null once the job has ended
 * @param problem why the file as a whole was refused, or why the job failed
 */
record ImportJob(
        UUID id,
        String kind,
        ImportContext context,
        ImportFormat format,
        ImportMode mode,
        String fingerprint,
        byte @Nullable [] wrappedKey,
        Status status,
        int attempts,
        Progress progress,
        @Nullable Breach problem,
        Instant createdAt,
        @Nullable Instant endedAt) {

    @Schema(name = "ImportStatus")
    enum Status {
        WAITING,
        RUNNING,
        /** To its end; in a dry run nothing stayed. */
        FINISHED,
        /** Nothing of it was taken, or nothing after the fault. */
        REFUSED,
        /** For no fault of the file's. */
        FAILED
    }

    /** Rows, the header not counted. */
    record Progress(long read, long accepted, long refused) {

        static final Progress NONE = new Progress(0, 0, 0);

        Progress and(RowOutcome outcome) {
            boolean taken = outcome instanceof RowOutcome.Accepted;
            return new Progress(read + 1, accepted + (taken ? 1 : 0), refused + (taken ? 0 : 1));
        }
    }
}
