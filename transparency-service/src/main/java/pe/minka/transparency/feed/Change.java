package pe.minka.transparency.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One public fact in the feed.
 *
 * @param cursor what to go on after
 * @param deleted a tombstone: what was told of this subject under this kind is taken back
 */
@Schema(name = "Change", description = "One public fact, at its place in the one order that all followers see.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record Change(
        @Schema(examples = "NDI") String cursor,

        @Schema(description = "The same for ever: take each id once.")
        UUID id,

        Instant at,
        @Schema(examples = "round-tallied") String kind,
        EntityCode entity,
        Ubigeo ubigeo,
        @Nullable ProcessId process,
        String subject,

        @Schema(description = "True where the fact is taken back; then there is no `fact`.")
        boolean deleted,

        @Schema(description = "What was told; its members depend on the kind.") @Nullable
        Map<String, Object> fact) {}
