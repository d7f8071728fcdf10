package pe.minka.registry.regulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** The national norm of a day as the beginning of a local ordinance, with what it leaves to it. */
@Path("/v1/national-template")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regulations")
class TemplateResource {

    private static final String TEMPLATE = """
            {"regulation":"national-2009","version":2,"level":"DISTRICT","effectiveFrom":"2010-06-23","effectiveUntil":"2020-05-09",\
            "limits":[{"pointer":"/committees/VIGILANCE/members","rule":"Miembros","allowed":"al menos 4","law":"Instructivo 001-2010-EF/76.01 cap. III"}],\
            "document":{"identifier":"national-2009","version":2,"level":"NATIONAL","convocation":{"noticeDays":3}}}""";

    private final Regulations regulations;
    private final RuleVocabulary vocabulary;
    private final ProblemTexts languages;
    private final Clock clock;

    TemplateResource(Regulations regulations, RuleVocabulary vocabulary, ProblemTexts languages, Clock clock) {
        this.regulations = regulations;
        this.vocabulary = vocabulary;
        this.languages = languages;
        this.clock = clock;
    }

    /**
     * @param limits how far a local ordinance may go; every other rule it may set as it likes
     * @param document the rules of that level, to be copied and changed
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "NationalTemplate")
    record TemplateView(
            String regulation,
            int version,
            Level level,
            LocalDate effectiveFrom,
            @Nullable LocalDate effectiveUntil,
            List<LimitView> limits,

            @Schema(type = SchemaType.OBJECT, description = "contracts/regulation/regulation.schema.json")
            JsonNode document) {}

    /** @param allowed in words of the caller's language */
    @Schema(name = "NationalLimit")
    record LimitView(String pointer, String rule, String allowed, String law) {}

    /** For which government the ordinance is. */
    enum Level {
        REGION,
        PROVINCE,
        DISTRICT
    }

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "getNationalTemplate",
            summary = "The national norm of a day as a template",
            description =
                    "DS 171-2003-EF until 23 June 2009, DS 142-2009-EF from the day after, its text of DS 131-2010-EF from 23 June 2010, with the"
                            + " multi-annual criterion of DLeg 1486 from 10 May 2020; with the rules of the level and what the norm does not leave to an ordinance.")
    @APIResponse(
            responseCode = "200",
            description = "The norm in force on that day",
            content =
                    @Content(
                            schema = @Schema(implementation = TemplateView.class),
                            examples = @ExampleObject(name = "template", value = TEMPLATE)))
    @APIResponse(responseCode = "404", description = "`not-found`: no norm was in force on that day")
    public TemplateView getNationalTemplate(
            @Parameter(description = "Today in Peru where absent.", example = "2016-03-21") @QueryParam("on") @Nullable
                    String on,
            @Parameter(description = "For which government.") @QueryParam("level") @DefaultValue("DISTRICT")
                    Level level,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language) {
        var norm = regulations
                .nationalNorm(day(on))
                .orElseThrow(() -> Problem.notFound().toException());
        var document = (ObjectNode) norm.document();
        var words = new PlainWords(languages.negotiate(language));
        var rules = new Regulation(document);
        return new TemplateView(
                rules.identifier(),
                rules.version(),
                level,
                rules.effectiveFrom(),
                rules.effectiveUntil().orElse(null),
                StreamSupport.stream(document.path("limits").spliterator(), false)
                        .filter(limit -> isFor(limit, level))
                        .map(limit -> view(limit, words))
                        .toList(),
                Defaults.general(document, level.name()));
    }

    private static boolean isFor(JsonNode limit, Level level) {
        return limit.path("levels").isMissingNode()
                || StreamSupport.stream(limit.path("levels").spliterator(), false)
                        .anyMatch(each -> each.asText().equals(level.name()));
    }

    private LimitView view(JsonNode limit, PlainWords words) {
        var pointer = limit.path("pointer").asText();
        var rule = vocabulary.at(pointer);
        var allowed = new ArrayList<String>();
        for (String bound : List.of("atLeast", "atMost", "mustBe")) {
            if (limit.has(bound)) {
                allowed.add(words.text(bound, Map.of("value", words.value(rule, limit.path(bound)))));
            }
        }
        if (limit.has("mustInclude")) {
            var codes = StreamSupport.stream(limit.path("mustInclude").spliterator(), false)
                    .map(code -> words.code(code.asText()))
                    .toList();
            allowed.add(words.text("mustInclude", Map.of("value", String.join(", ", codes))));
        }
        for (String manner : List.of("inOrder", "nothingElse")) {
            if (limit.path(manner).asBoolean()) {
                allowed.add(words.text(manner, Map.of()));
            }
        }
        return new LimitView(pointer, words.title(rule), String.join(", ", allowed), Regulation.law(limit));
    }

    private LocalDate day(@Nullable String on) {
        try {
            return on == null ? Peru.today(clock) : LocalDate.parse(on);
        } catch (DateTimeParseException unreadable) {
            throw Problem.badRequest("malformed-request").toException();
        }
    }
}
