package pe.minka.registry.simulation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.problem.ProblemTexts;
import pe.minka.registry.regulation.PlainWords;
import pe.minka.registry.regulation.Regulation;
import pe.minka.registry.regulation.Regulations;
import pe.minka.registry.regulation.RuleVocabulary;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;

/** Asks an ordinance about a plan. */
@Path("/v1/regulations/{regulation}/simulations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Regulations")
class SimulationResource {

    private static final String PLAN = """
            {"convocation":{"noticeGivenOn":"2016-04-04","heldOn":"2016-04-09","channels":["RADIO","LETTER"]},\
            "committee":{"committee":"VIGILANCE","members":[{"post":"PRESIDENT","sex":"FEMALE"},{"post":"SECRETARY","sex":"MALE"}]},\
            "roll":{"agents":100,"groups":{"WOMEN":28}}}""";
    private static final String ANSWER = """
            {"regulation":"coyllurqui-2016","version":1,"verdict":"REFUSE","findings":[\
            {"subject":"convocation","rule":"/convocation/noticeDays","verdict":"REFUSE","found":5,"needed":7,"law":"Ordenanza 001-2016-MDC-PC/RA",\
            "text":"Anticipación: hay 5 días, se exige 7 días. Se rechaza (Ordenanza 001-2016-MDC-PC/RA)"}]}""";

    private final Regulations regulations;
    private final RuleVocabulary vocabulary;
    private final ProblemTexts languages;

    SimulationResource(Regulations regulations, RuleVocabulary vocabulary, ProblemTexts languages) {
        this.regulations = regulations;
        this.vocabulary = vocabulary;
        this.languages = languages;
    }

    /**
     * @param verdict the gravest of the findings; PASS where no rule speaks of the plan
     * @param version the text that was asked
     */
    @Schema(name = "Simulation")
    record SimulationView(String regulation, int version, Verdict verdict, List<FindingView> findings) {}

    /**
     * @param subject which part of the plan
     * @param rule pointer of the rule in the regulation, without positions in lists
     * @param detail which one where the rule is a list
     * @param found what the plan has
     * @param needed what the rule takes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "SimulationFinding")
    record FindingView(
            String subject,
            String rule,
            @Nullable String detail,
            Verdict verdict,

            @Schema(description = "A number, a text or a list, as the rule has it.")
            Object found,

            @Schema(description = "A number, a text or a list, as the rule has it.")
            Object needed,

            String law,
            String text) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.REGISTRAR,
        Roles.FACILITATOR,
        Roles.COUNCIL_SECRETARY,
        Roles.ENTITY_ADMIN,
        Roles.BUDGET_OFFICER,
        Roles.COMMITTEE_MEMBER,
        Roles.VIGILANCE_MEMBER,
        Roles.PARTICIPANT,
        Roles.REGIONAL_READER,
        Roles.AUDITOR,
        Roles.PLATFORM_ADMIN
    })
    @Scope(Scope.ANY)
    @Transactional
    @Operation(
            operationId = "simulateRegulation",
            summary = "Ask an ordinance about a plan",
            description =
                    "Would this call, convocation, list, roll, committee, closing, envelope, proposal or ballot pass, and by which article?"
                            + " Each rule that speaks of a part of the plan answers PASS, WARN or REFUSE with its figures, its article and one sentence in the"
                            + " caller's language. Nothing is stored. A national norm is asked as it holds for `level`.")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = Plan.class),
                            examples = @ExampleObject(name = "plan", value = PLAN)))
    @APIResponse(
            responseCode = "200",
            description = "What the rules say",
            content =
                    @Content(
                            schema = @Schema(implementation = SimulationView.class),
                            examples = @ExampleObject(name = "simulation", value = ANSWER)))
    @APIResponse(responseCode = "404", description = "`not-found`: no such text, or none in force on that day")
    @APIResponse(responseCode = "422", description = "`simulation-empty`, `simulation-unknown`")
    public SimulationView simulateRegulation(
            @Parameter(example = "coyllurqui-2016") @PathParam("regulation") String identifier,
            @Parameter(description = "Which text; the newest where neither it nor a day is asked for.", example = "1")
                    @QueryParam("version")
                    @Min(1)
                    @Nullable
                    Integer version,
            @Parameter(description = "The text in force on that day.", example = "2016-03-21")
                    @QueryParam("on")
                    @Nullable
                    String on,
            @Parameter(description = "For a national norm: the level of government whose rules are meant.")
                    @QueryParam("level")
                    @DefaultValue("DISTRICT")
                    Level level,
            @Parameter(hidden = true) @HeaderParam("Accept-Language") @DefaultValue("es") String language,
            @Valid @NotNull Plan plan) {
        if (plan.saysNothing()) {
            throw Problem.unprocessable("simulation-empty").toException();
        }
        var rules = (on == null
                        ? regulations.publishedFor(identifier, version, level.name())
                        : regulations.inForceFor(identifier, level.name(), day(on)))
                .orElseThrow(() -> Problem.notFound().toException());
        var words = new PlainWords(languages.negotiate(language));
        var findings = plan.under(rules);
        return new SimulationView(
                identifier,
                rules.version(),
                findings.stream().map(Finding::verdict).max(Verdict::compareTo).orElse(Verdict.PASS),
                findings.stream().map(finding -> view(finding, words)).toList());
    }

    private static LocalDate day(String on) {
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException unreadable) {
            throw Problem.badRequest("malformed-request").toException();
        }
    }

    /** Levels of government that a national norm has rules for. */
    enum Level {
        REGION,
        PROVINCE,
        DISTRICT
    }

    private FindingView view(Finding finding, PlainWords words) {
        var rule = vocabulary.at(finding.pointer());
        boolean counted = finding.found().isNumber() && finding.pointer().equals("/quotas");
        var law =
                finding.law().equals(Regulation.UNNAMED_ARTICLE) ? "" : words.text("law", Map.of("law", finding.law()));
        return new FindingView(
                finding.subject(),
                finding.pointer(),
                finding.detail().isEmpty() ? null : finding.detail(),
                finding.verdict(),
                finding.found(),
                finding.needed(),
                finding.law(),
                words.text(
                        "pass" + finding.verdict(),
                        Map.of(
                                "rule",
                                words.title(rule) + detail(finding, words),
                                "found",
                                counted ? finding.found().asText() : words.value(rule, finding.found()),
                                "needed",
                                counted ? finding.needed().asText() : words.value(rule, finding.needed()),
                                "law",
                                law)));
    }

    private static String detail(Finding finding, PlainWords words) {
        if (finding.detail().isEmpty()) {
            return "";
        }
        var parts = finding.detail().split("/", 2);
        var first = parts[0].matches("[A-Z][A-Z0-9_]+") ? words.code(parts[0]) : finding.detail();
        return " · " + first
                + (parts.length == 2 && !first.equals(finding.detail()) ? " · " + words.code(parts[1]) : "");
    }
}
