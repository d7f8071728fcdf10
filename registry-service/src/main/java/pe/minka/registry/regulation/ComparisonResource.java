package pe.minka.registry.regulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a text changes against another, in plain words. */
@Path("/v1/regulations/{regulation}/comparison")
@Tag(name = "Regulations")
class ComparisonResource {

    private static final String PLAIN = MediaType.TEXT_PLAIN + ";charset=utf-8";
    private static final String JSON = """
            {"before":{"regulation":"national-2009","version":2},"after":{"regulation":"coyllurqui-2016","version":1},\
            "stricterBefore":0,"stricterAfter":1,"neither":0,"changes":[\
            {"pointer":"/convocation/noticeDays","kind":"CHANGED","section":"Convocatoria a las sesiones","rule":"Anticipación","from":3,"to":7,\
            "lawBefore":"DS 142-2009-EF art. 7.3","lawAfter":"Ordenanza 001-2016-MDC-PC/RA","stricter":"AFTER",\
            "text":"Convocatoria a las sesiones › Anticipación: pasa de 3 días a 7 días (Ordenanza 001-2016-MDC-PC/RA). Es más exigente el texto nuevo."}]}""";
    private static final String TEXT = """
            national-2009 v2 → coyllurqui-2016 v1

            Convocatoria a las sesiones
            - Convocatoria a las sesiones › Anticipación: pasa de 3 días a 7 días (Ordenanza 001-2016-MDC-PC/RA). Es más exigente el texto nuevo.

            Cambios: 1. Más exigente el nuevo en 1, el anterior en 0; en 0 ninguno de los dos.
            """;

    private final Regulations regulations;
    private final RuleVocabulary vocabulary;
    private final ProblemTexts languages;

    ComparisonResource(Regulations regulations, RuleVocabulary vocabulary, ProblemTexts languages) {
        this.regulations = regulations;
        this.vocabulary = vocabulary;
        this.languages = languages;
    }

    @Schema(name = "ComparedText")
    record TextView(String regulation, int version) {

        static TextView of(Regulation text) {
            return new TextView(text.identifier(), text.version());
        }

        @Override
        public String toString() {
            return regulation + " v" + version;
        }
    }

    /**
     * @param pointer of the rule in the later text; in the earlier one where the later has it no more
     * @param from null where the earlier text says nothing
     * @param stricter which text asks for more before something passes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "RegulationChange")
    record ChangeView(
            String pointer,
            Change.Kind kind,
            String section,
            String rule,

            @Schema(description = "As it stands in the document.")
            Object from,

            @Schema(description = "As it stands in the document.")
            Object to,

            String lawBefore,
            String lawAfter,
            Strictness stricter,
            String text) {

        static ChangeView of(Change change, PlainWords words) {
            return new ChangeView(
                    change.pointer(),
                    change.kind(),
                    change.section(words),
                    words.title(change.rule()),
                    told(change.from()),
                    told(change.to()),
                    change.lawBefore(),
                    change.lawAfter(),
                    change.stricter(),
                    change.sentence(words));
        }

        private static JsonNode told(JsonNode value) {
            return value.isMissingNode() ? NullNode.getInstance() : value;
        }
    }

    @Schema(name = "RegulationComparison")
    record ComparisonView(
            TextView before,
            TextView after,
            long stricterBefore,
            long stricterAfter,
            long neither,
            List<ChangeView> changes) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, PLAIN})
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "compareRegulation",
            summary = "What a text changes",
            description =
                    "Two texts with their defaults filled in, rule by rule: what changes, from what to what, by which article, and which text is stricter,"
                            + " in the caller's language, as JSON or as a text to be read out. Without `with`, a text is compared with the one before it,"
                            + " and a first text with the national norm that it is based on.")
    @APIResponse(
            responseCode = "200",
            description = "The changes in the order of the schema",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ComparisonView.class),
                        examples = @ExampleObject(name = "comparison", value = JSON)),
                @Content(
                        mediaType = MediaType.TEXT_PLAIN,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "comparison", value = TEXT))
            })
    @APIResponse(responseCode = "404", description = "`not-found`")
    @APIResponse(responseCode = "422", description = "`nothing-to-compare`")
    public Response compareRegulation(
            @Parameter(example = "coyllurqui-2016") @PathParam("regulation") String identifier,
            @Parameter(description = "The later text; the newest where absent.", example = "1")
                    @QueryParam("version")
                    @Min(1)
                    @Nullable
                    Integer version,
            @Parameter(description = "Another regulation to compare with.", example = "national-2009")
                    @QueryParam("with")
                    @Nullable
                    String with,
            @Parameter(description = "Which text to compare with.", example = "2")
                    @QueryParam("withVersion")
                    @Min(1)
                    @Nullable
                    Integer withVersion,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language,
            @Context HttpHeaders headers) {
        var after = text(identifier, version);
        var before = other(after, with, withVersion);
        var words = new PlainWords(languages.negotiate(language));
        var changes = Comparison.between(vocabulary, before, after);
        var comparison = view(new Regulation(before), new Regulation(after), changes, words);
        boolean aloud = headers.getAcceptableMediaTypes().get(0).isCompatible(MediaType.TEXT_PLAIN_TYPE)
                && !headers.getAcceptableMediaTypes().get(0).isWildcardType();
        return Response.ok(aloud ? readable(comparison, words) : comparison)
                .type(aloud ? PLAIN : MediaType.APPLICATION_JSON)
                .header("Content-Language", words.language())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private JsonNode text(String identifier, @Nullable Integer version) {
        return regulations
                .find(identifier)
                .flatMap(known -> regulations.text(identifier, version == null ? known.newest() : version))
                .orElseThrow(() -> Problem.notFound().toException())
                .effective();
    }

    private JsonNode other(JsonNode after, @Nullable String with, @Nullable Integer withVersion) {
        var later = new Regulation(after);
        if (with != null) {
            return text(with, withVersion);
        }
        if (withVersion != null || later.version() > 1) {
            return text(later.identifier(), withVersion == null ? later.version() - 1 : withVersion);
        }
        return norm(after)
                .orElseThrow(() -> Problem.unprocessable("nothing-to-compare")
                        .with("regulation", later.identifier())
                        .toException());
    }

    private Optional<JsonNode> norm(JsonNode local) {
        return regulations
                .text(
                        local.path("basedOn").asText(),
                        local.path("basedOnVersion").asInt())
                .map(norm -> Defaults.general(
                        (ObjectNode) norm.document(), local.path("level").asText()));
    }

    private static ComparisonView view(Regulation before, Regulation after, List<Change> changes, PlainWords words) {
        return new ComparisonView(
                TextView.of(before),
                TextView.of(after),
                count(changes, Strictness.BEFORE),
                count(changes, Strictness.AFTER),
                count(changes, Strictness.NEITHER),
                changes.stream().map(change -> ChangeView.of(change, words)).toList());
    }

    private static long count(List<Change> changes, Strictness stricter) {
        return changes.stream().filter(change -> change.stricter() == stricter).count();
    }

    private static String readable(ComparisonView comparison, PlainWords words) {
        var text = new StringBuilder()
                .append(comparison.before())
                .append(" → ")
                .append(comparison.after())
                .append('\n');
        var section = "";
        for (ChangeView change : comparison.changes()) {
            if (!change.section().equals(section)) {
                section = change.section();
                text.append('\n').append(section).append('\n');
            }
            text.append("- ").append(change.text()).append('\n');
        }
        return text.append('\n')
                .append(
                        comparison.changes().isEmpty()
                                ? words.text("same", Map.of())
                                : words.text(
                                        "summary",
                                        Map.of(
                                                "changes",
                                                String.valueOf(
                                                        comparison.changes().size()),
                                                "after",
                                                String.valueOf(comparison.stricterAfter()),
                                                "before",
                                                String.valueOf(comparison.stricterBefore()),
                                                "neither",
                                                String.valueOf(comparison.neither()))))
                .append('\n')
                .toString();
    }
}
