package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;

import java.time.Instant;
import java.util.UUID;

/** A job as it is answered: where it is followed, and by each operation that starts one. */
@Schema(name = "ImportJob", description = "A file that was brought and what became of it")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        UUID id,
        String kind,
        EntityCode entity,
        ImportJob.Status status,
        ImportMode mode,
        boolean dryRun,
        long rowsRead,
        long rowsAccepted,
        long rowsRefused,
        Instant createdAt,
        @Nullable Instant endedAt,
        @Nullable Fault problem) {

    static ImportView of(ImportJob job) {
        return of(job, null);
    }

    static ImportView of(ImportJob job, @Nullable Fault problem) {
        return new ImportView(
                job.id(),
                job.kind(),
                job.context().entity(),
                job.status(),
                job.mode(),
                job.context().dryRun(),
                job.progress().read(),
                job.progress().accepted(),
                job.progress().refused(),
                job.createdAt(),
                job.endedAt(),
                problem);
    }

    /** Why a row, or the file, was refused. */
    @Schema(name = "ImportError", description = "Why a row, or the whole file, was refused")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fault(
            @Schema(description = "Absent where it is no single column") @Nullable
            String column,

            @Schema(description = "Of the column in the file, from 1") @Nullable
            Integer position,

            String code,
            String detail) {}
}
