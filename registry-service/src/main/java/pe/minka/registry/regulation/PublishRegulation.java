package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Publishes a text of a regulation, after holding it to the schema, to itself, and to the norm behind it. */
@ApplicationScoped
class PublishRegulation {

    private static final String NO_NORM = "none";

    private final Regulations regulations;
    private final RegulationSchema schema;
    private final Outbox outbox;
    private final Clock clock;

    PublishRegulation(Regulations regulations, RegulationSchema schema, Outbox outbox, Clock clock) {
        this.regulations = regulations;
        this.schema = schema;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param text the text that stands published now
     * @param created whether this request made it; a repetition of the newest text makes no other
     */
    record Published(RegulationVersion text, boolean created) {}

    /** The first text of a regulation. */
    @Transactional
    Published create(String identifier, @Nullable EntityCode entity, ObjectNode document, String account) {
        if (regulations.find(identifier).isPresent()) {
            throw exists(identifier);
        }
        var text = checked(identifier, 1, entity, document, account);
        try {
            regulations.add(new RegulationRecord(identifier, entity, clock.instant()), text);
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("regulation_pkey"::equals)
                    .isPresent()) {
                throw exists(identifier);
            }
            throw refused;
        }
        announce(text, entity);
        return new Published(text, true);
    }

    private static RuntimeException exists(String identifier) {
        return Problem.of(412, "regulation-exists")
                .with("regulation", identifier)
                .toException();
    }

    /** The next text. What was published before stays as it is, for the processes that are bound to it. */
    @Transactional
    Published next(
            String identifier,
            @Nullable EntityCode entity,
            ObjectNode document,
            @Nullable String ifMatch,
            String account) {
        var regulation = regulations
                .findForChange(identifier)
                .filter(found -> java.util.Objects.equals(found.entity(), entity))
                .orElseThrow(() -> Problem.notFound().toException());
        Versions.require(ifMatch, regulation.newest());
        var newest = regulations.text(identifier, regulation.newest()).orElseThrow();
        var repeated = document.deepCopy().put("version", newest.version());
        if (RegulationText.sha256(repeated).equals(newest.sha256())) {
            return new Published(newest, false);
        }
        var text = checked(identifier, regulation.newest() + 1, entity, document, account);
        regulation.publishedNext();
        regulations.add(text);
        announce(text, entity);
        return new Published(text, true);
    }

    private RegulationVersion checked(
            String identifier, int version, @Nullable EntityCode entity, ObjectNode given, String account) {
        var document = given.deepCopy();
        if (!document.has("version")) {
            document.put("version", version);
        }
        refuse("regulation-malformed", schema.faults(document));
        var faults = new ArrayList<>(naming(identifier, version, entity, document));
        faults.addAll(Coherence.faults(document));
        refuse("regulation-incoherent", faults);
        var norm = norm(document);
        var effective = norm.map(found -> Defaults.fill(document, found)).orElseGet(document::deepCopy);
        norm.ifPresent(found -> refuse("regulation-outside-the-norm", NationalLimits.broken(effective, found)));
        refuse("regulation-incoherent", Coherence.faults(effective));
        return new RegulationVersion(document, effective, account, clock.instant());
    }

    private static List<Fault> naming(
            String identifier, int version, @Nullable EntityCode entity, ObjectNode document) {
        var faults = new ArrayList<Fault>();
        if (!document.path("identifier").asText().equals(identifier)) {
            faults.add(new Fault("/identifier", "not-the-address", identifier, ""));
        }
        if (document.path("version").asInt() != version) {
            faults.add(new Fault("/version", "not-the-next-version", String.valueOf(version), ""));
        }
        boolean national = document.path("level").asText().equals("NATIONAL");
        if (national != (entity == null)) {
            faults.add(new Fault(
                    "/level", "not-the-level", entity == null ? "NATIONAL" : "REGION, PROVINCE, DISTRICT", ""));
        }
        return faults;
    }

    private Optional<ObjectNode> norm(ObjectNode document) {
        var named = document.path("basedOn").asText("");
        var from = new Regulation(document).effectiveFrom();
        if (named.equals(NO_NORM)
                || (named.isEmpty() && document.path("level").asText().equals("NATIONAL"))) {
            return Optional.empty();
        }
        if (named.isEmpty()) {
            return regulations.nationalNorm(from).map(text -> (ObjectNode) text.document());
        }
        var norm = regulations.inForce(named, from).filter(text -> text.level().equals("NATIONAL"));
        if (norm.isEmpty()) {
            refuse(
                    "regulation-incoherent",
                    List.of(new Fault("/basedOn", "norm-not-in-force", named + " " + from, "")));
        }
        return norm.map(text -> (ObjectNode) text.document());
    }

    private static void refuse(String code, List<Fault> faults) {
        if (faults.isEmpty()) {
            return;
        }
        var problem = Problem.unprocessable(code);
        faults.forEach(fault ->
                problem.error(fault.pointer(), fault.code(), "expected", fault.expected(), "law", fault.law()));
        throw problem.toException();
    }

    private void announce(RegulationVersion text, @Nullable EntityCode entity) {
        var regulation = new Regulation(text.document());
        outbox.append(new RegulationPublished(
                regulation.identifier(),
                regulation.version(),
                entity,
                regulation.title(),
                regulation.effectiveFrom(),
                text.sha256(),
                text.effective()));
    }
}
