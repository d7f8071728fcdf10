package pe.minka.platform.runtime.imports;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Locale;

/** How a file is to be taken in; beside the file, the {@code @BeanParam} of each operation that takes one. */
public class ImportRequest {

    @HeaderParam("Idempotency-Key")
    @Parameter(
            required = true,
            description = "A value of this request's own: the same key with the same file is the same job.",
            example = "7a1e0c1c-6b0e-4a53-9a39-2f1f4a5d1c11",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = 255))
    public @Nullable String idempotencyKey;

    @QueryParam("mode")
    @DefaultValue("valid-rows")
    @Parameter(
            description = "What happens to the sound rows where others are not: they are taken, or none is.",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"valid-rows", "all-or-nothing"},
                            defaultValue = "valid-rows"))
    public @Nullable String mode;

    @QueryParam("dryRun")
    @DefaultValue("false")
    @Parameter(description = "Only tells what would become of each row.")
    public boolean dryRun;

    @HeaderParam("Content-Type")
    @Parameter(hidden = true)
    public @Nullable String contentType;

    ImportMode importMode() {
        for (ImportMode each : ImportMode.values()) {
            if (each.word().equals(mode)) {
                return each;
            }
        }
        throw Problem.badRequest("unknown-import-mode").toException();
    }

    ImportFormat format() {
        var type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/csv")) {
            return ImportFormat.CSV;
        }
        if (type.startsWith("application/x-ndjson") || type.startsWith("application/jsonl")) {
            return ImportFormat.JSON_LINES;
        }
        throw Problem.of(415, "unsupported-media-type").toException();
    }
}
