package pe.minka.allocation.imports;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A file that was brought, and what became of it.
 *
 * @param entity null where its lines are of many
 * @param startedAt when its lines were first judged
 */
record ImportedFile(
        UUID id,
        FileKind kind,
        @Nullable EntityCode entity,
        String caller,
        boolean allOrNothing,
        boolean dryRun,
        String sha256,
        List<String> ignoredColumns,
        Status status,
        int attempts,
        Counts counts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    enum Status {
        WAITING,
        /** To its end; in a dry run nothing stayed. */
        FINISHED,
        /** Some lines are refused and all or nothing was asked for: nothing stayed. */
        REFUSED,
        /** For no fault of the file's. */
        FAILED
    }

    /** Lines, the header not counted. A flagged one is taken. */
    record Counts(long lines, long refused, long flagged, long added, long changed, long unchanged) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);
    }
}
