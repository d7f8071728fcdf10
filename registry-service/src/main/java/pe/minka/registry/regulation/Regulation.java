package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The rules of a process with all defaults filled in. Everything a service decides by, it reads here; no threshold of
 * any law stands in code.
 *
 * @param document the effective document, in the shape of {@code contracts/regulation/regulation.schema.json}
 */
public record Regulation(JsonNode document) {

    /** Stands where the document names no article. */
    public static final String UNNAMED_ARTICLE = "—";

    public String identifier() {
        return document.path("identifier").asText();
    }

    public int version() {
        return document.path("version").asInt();
    }

    public String title() {
        return document.path("title").path("es").asText();
    }

    public String level() {
        return document.path("level").asText();
    }

    public LocalDate effectiveFrom() {
        return LocalDate.parse(document.path("effectiveFrom").asText());
    }

    public Optional<LocalDate> effectiveUntil() {
        return Optional.ofNullable(text(document, "effectiveUntil")).map(LocalDate::parse);
    }

    /** Whether a process may be called under it on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom())
                && effectiveUntil().map(last -> !day.isAfter(last)).orElse(true);
    }

    public boolean hasOrdinance() {
        return document.path("ordinance").isObject();
    }

    public List<PhaseRule> phases() {
        return items(document.path("phases")).stream()
                .map(phase -> new PhaseRule(
                        phase.path("phase").asText(),
                        phase.path("title").path("es").asText(),
                        text(phase, "responsibleUnit"),
                        requirements(phase.path("opening")),
                        requirements(phase.path("closing"))))
                .toList();
    }

    /** The steps of all phases, in their order. */
    public List<Step> steps() {
        return items(document.path("phases")).stream()
                .flatMap(phase -> stepsOf(phase).stream())
                .toList();
    }

    private static List<Step> stepsOf(JsonNode phase) {
        var code = phase.path("phase").asText();
        var steps = items(phase.path("steps")).stream()
                .map(step -> new Step(
                        code,
                        step.path("step").asText(),
                        step.path("title").path("es").asText(step.path("step").asText())))
                .toList();
        return steps.isEmpty()
                ? List.of(new Step(code, code, phase.path("title").path("es").asText()))
                : steps;
    }

    public List<Requirement> callRequirements() {
        var call = document.path("call");
        return items(call.path("requires")).stream()
                .map(required -> new Requirement(required.asText(), null, 1, law(call)))
                .toList();
    }

    public int callChannels() {
        return document.path("call").path("minimumChannels").asInt(0);
    }

    public Participation participation() {
        var rule = document.path("participation");
        return new Participation(
                rule.path("technicalTeamVotes").asBoolean(false),
                rule.path("alternatesVote").asBoolean(false),
                rule.path("officialsVote").asBoolean(true),
                rule.path("oneVotePerOrganisation").asBoolean(false),
                texts(rule.path("voice")),
                texts(rule.path("sign")),
                texts(rule.path("supervise")),
                law(rule));
    }

    public Admission admission() {
        var rule = document.path("accreditation");
        var unorganised = rule.path("unorganisedCitizens");
        var delegation = rule.path("delegation");
        return new Admission(
                texts(rule.path("documents")),
                rule.path("minimumAge").asInt(0),
                texts(rule.path("organisationKinds")),
                number(rule, "agentsPerOrganisation"),
                number(rule, "alternatesPerOrganisation"),
                rule.path("seniorityMonths").asInt(0),
                texts(rule.path("requires")),
                texts(rule.path("particulars")),
                unorganised.path("allowed").asBoolean(false),
                new SupportersRule(
                        unorganised.path("minimumSupporters").asInt(0),
                        percent(unorganised, "supportersPercentOfAdults"),
                        number(unorganised, "adults"),
                        !unorganised.path("supportersRounding").asText().equals("DOWN"),
                        unorganised.path("supportersListed").asBoolean(false),
                        unorganised.has("law") ? law(unorganised) : law(rule)),
                number(delegation, "women"),
                number(delegation, "men"),
                rule.path("cureDays").asInt(0),
                rule.path("challengeDays").asInt(0),
                rule.path("decisionDays").asInt(0),
                rule.path("replacement").asBoolean(true),
                law(rule));
    }

    public SanctionsRule sanctions() {
        var rule = document.path("sanctions");
        return new SanctionsRule(
                items(rule.path("faults")).stream()
                        .map(fault -> new SanctionsRule.NamedFault(
                                SanctionsRule.FaultKind.valueOf(
                                        fault.path("fault").asText()),
                                SanctionsRule.FaultGravity.valueOf(
                                        fault.path("gravity").asText()),
                                SanctionsRule.SanctionMeasure.valueOf(
                                        fault.path("measure").asText()),
                                fault.has("law") ? law(fault) : law(rule)))
                        .toList(),
                rule.path("replacementDays").asInt(0),
                rule.path("disqualifies").asText().equals("ORGANISATION"),
                law(rule));
    }

    /** @param of composition of what: {@code ROLL}, {@code VIGILANCE_COMMITTEE}, … */
    public List<Quota> quotas(String of) {
        return items(document.path("quotas")).stream()
                .filter(quota -> quota.path("of").asText().equals(of))
                .map(quota -> new Quota(
                        of,
                        quota.path("group").asText(),
                        percent(quota, "minimumPercent"),
                        number(quota, "minimumCount"),
                        quota.path("effect").asText().equals("BLOCK"),
                        law(quota)))
                .toList();
    }

    public Set<String> trainingTopics() {
        return texts(document.path("training").path("topics"));
    }

    public int trainedStaffAreas() {
        return document.path("training").path("staffAreas").asInt(1);
    }

    /** The rule for one standing body, an empty node where the regulation has none. */
    public JsonNode body(String kind) {
        return items(document.path("bodies")).stream()
                .filter(body -> body.path("body").asText().equals(kind))
                .findFirst()
                .orElse(document.path("bodies").path(-1));
    }

    /** The bodies whose seats rotate. */
    public List<SeatRotation> rotations() {
        return items(document.path("bodies")).stream()
                .filter(body -> body.path("rotationSessions").asInt(0) > 0)
                .map(body -> new SeatRotation(
                        body.path("body").asText(),
                        body.path("rotationSessions").asInt(),
                        items(body.path("seats")).stream()
                                .map(seats -> seats.path("heldBy").asText())
                                .collect(Collectors.toSet()),
                        body.path("rotationOverride").asText().equals("REASON_AND_HANDOVER"),
                        law(body)))
                .toList();
    }

    /** How many people judge one proposal at least. */
    public int opinionsNeeded() {
        return document.path("proposals").path("opinions").asInt(1);
    }

    /** Percentage of right answers that counts as understood; 0 where the regulation asks for no quiz. */
    public int understoodFromPercent() {
        var rule = document.path("training");
        return rule.path("quiz").asBoolean(false) ? rule.path("passPercent").asInt(0) : 0;
    }

    /** What becomes of the vote of an agent without training: {@code BLOCK}, {@code WARN} or {@code NONE}. */
    public String trainingBeforeVote() {
        return document.path("participation").path("trainingBeforeVote").asText("NONE");
    }

    public String trainingLaw() {
        return law(document.path("training"));
    }

    public Convocation convocation() {
        var rule = document.path("convocation");
        return new Convocation(
                rule.path("noticeDays").asInt(0),
                rule.path("minimumChannels").asInt(0),
                texts(rule.path("channels")),
                law(rule));
    }

    public String opinionsLaw() {
        return law(document.path("proposals"));
    }

    /** Whether an application without the papers that are asked for is refused, not only observed. */
    public boolean refusesWithoutPapers() {
        return document.path("accreditation").path("papersEffect").asText().equals("BLOCK");
    }

    /** By which article the agreements go into the budget: that of the council's approval, or of the whole. */
    public String councilArticle() {
        return items(document.path("approvals")).stream()
                .filter(approval -> approval.path("approval").asText().matches("COUNCIL|REGIONAL_COUNCIL"))
                .map(Regulation::law)
                .findFirst()
                .orElseGet(() -> law(document));
    }

    /** The article behind a part of the document; a dash where the document names none. */
    public static String law(JsonNode rule) {
        var law = text(rule, "law");
        return law == null ? UNNAMED_ARTICLE : law;
    }

    private static List<Requirement> requirements(JsonNode list) {
        return items(list).stream()
                .map(required -> new Requirement(
                        required.path("requires").asText(),
                        text(required, "of"),
                        required.path("minimum").asInt(1),
                        law(required)))
                .toList();
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }

    private static Set<String> texts(JsonNode list) {
        var found = new LinkedHashSet<String>();
        list.forEach(item -> found.add(item.asText()));
        return found;
    }

    private static @Nullable String text(JsonNode node, String member) {
        return node.path(member).isTextual() ? node.path(member).textValue() : null;
    }

    private static @Nullable Integer number(JsonNode node, String member) {
        return node.path(member).isIntegralNumber()
                ? Integer.valueOf(node.path(member).intValue())
                : null;
    }

    private static @Nullable BigDecimal percent(JsonNode node, String member) {
        var text = text(node, member);
        return text == null ? null : new BigDecimal(text);
    }
}
