package pe.minka.transparency.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something amiss that the facts themselves show. Raised once for each kind and subject; it never disappears.
 *
 * @param holds whether the facts still show it
 */
@Schema(description = "Something amiss that the facts show, what it rests on, and what was answered.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @Schema(examples = "d7ebf509-315f-40a3-88ec-6271809fad01")
        UUID finding,

        ProcessId process,
        EntityCode entity,
        @Schema(examples = "NOT_IN_MINUTES") String kind,
        Severity severity,

        @Schema(description = "The id of the thing it is about.", examples = "3d415b6f-97c8-4609-9e42-c8d7e6f50f01")
        String subject,

        @Schema(description = "A few words, by language.") Map<String, String> title,

        @Schema(description = "Plain words with the figures, by language.")
        Map<String, String> explanation,

        @Schema(description = "The figures it rests on.") Map<String, String> figures,
        @Schema(examples = "Ley 28056 art. 1") @Nullable String law,
        State state,

        @Schema(description = "False where the facts no longer show it.")
        boolean holds,

        Instant raisedAt,
        @Nullable Instant closedAt,
        List<Answer> answers,
        @JsonIgnore long version) {

    @Schema(name = "FindingState")
    public enum State {
        RAISED,
        ANSWERED,
        CLOSED
    }

    /** What the entity said to it. */
    @Schema(name = "FindingAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Answer(
            UUID answer,

            @Schema(examples = "Gerencia de Infraestructura")
            String office,

            @Schema(examples = "La obra se incorporó por emergencia; se adjunta el acuerdo de concejo.")
            String text,

            @Schema(examples = "Acuerdo de Concejo 081-2016") @Nullable
            String document,

            Instant answeredAt) {}
}
