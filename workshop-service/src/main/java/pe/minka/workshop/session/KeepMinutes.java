package pe.minka.workshop.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;
import pe.minka.workshop.process.Processes;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Drafts the minutes of a workshop, seals them for good, and takes in what later corrects them. */
@ApplicationScoped
public class KeepMinutes {

    private final Workshops workshops;
    private final Attendances attendances;
    private final AgroalDataSource database;
    private final Outbox outbox;
    private final ObjectMapper json;
    private final Clock clock;
    private final Processes processes;

    KeepMinutes(
            Workshops workshops,
            Attendances attendances,
            AgroalDataSource database,
            Outbox outbox,
            ObjectMapper json,
            Clock clock,
            Processes processes) {
        this.workshops = workshops;
        this.attendances = attendances;
        this.database = database;
        this.outbox = outbox;
        this.json = json;
        this.clock = clock;
        this.processes = processes;
    }

    record Addendum(int number, String text, String sha256, Instant addedAt) {}

    @Transactional
    Workshop draft(UUID id, @Nullable String ifMatch, Minutes minutes) {
        var workshop = workshops.locked(id);
        ConductWorkshop.mustNotBeSealed(workshop);
        if (workshop.draft != null) {
            Versions.require(ifMatch, workshop.draftVersion);
        }
        AgendaRules.of(processes.known(workshop.process).regulation())
                .hold(minutes, attendances.of(id).present());
        workshop.draft(write(minutes));
        workshops.flush();
        return workshop;
    }

    @Transactional
    Workshop seal(UUID id) {
        var workshop = workshops.locked(id);
        ConductWorkshop.mustNotBeSealed(workshop);
        if (workshop.state != Workshop.State.HELD) {
            throw Problem.conflict("workshop-not-held").toException();
        }
        if (workshop.draft == null) {
            throw Problem.conflict("minutes-missing").toException();
        }
        var presence = attendances.of(id);
        var sealed = CanonicalDocument.of(json.valueToTree(document(workshop, presence)));
        workshop.seal(sealed.text(), sealed.sha256(), clock.instant());
        workshops.flush();
        outbox.append(ConductWorkshop.held(workshop, presence));
        outbox.append(new MinutesSealed(
                workshop.process,
                workshop.entity,
                id,
                Objects.requireNonNull(workshop.sha256),
                Objects.requireNonNull(workshop.sealedAt)));
        return workshop;
    }

    private Map<String, Object> document(Workshop workshop, Attendances.Presence presence) {
        var document = new LinkedHashMap<String, Object>();
        document.put("process", workshop.process);
        document.put("entity", workshop.entity);
        document.put("workshop", workshop.workshop);
        document.put("title", workshop.title);
        document.put("kind", workshop.kind);
        document.put("place", workshop.place);
        document.put("language", workshop.language);
        document.put("convenedAt", workshop.convenedAt);
        document.put("startsAt", workshop.startsAt);
        document.put("heldAt", Objects.requireNonNull(workshop.heldAt));
        document.put("agenda", workshop.agenda);
        document.put(
                "attendance",
                Map.of(
                        "present", presence.present(),
                        "women", presence.women(),
                        "men", presence.men(),
                        "quorum", Objects.requireNonNull(workshop.quorum)));
        document.put("minutes", read(Objects.requireNonNull(workshop.draft)));
        return document;
    }

    /** Each addendum is bound to what was sealed before it: its hash covers the hash of its predecessor. */
    @Transactional
    Addendum add(UUID id, String text) {
        var workshop = workshops.locked(id);
        if (workshop.sha256 == null) {
            throw Problem.conflict("minutes-not-sealed").toException();
        }
        var earlier = addenda(id);
        var predecessor = earlier.isEmpty()
                ? workshop.sha256
                : earlier.get(earlier.size() - 1).sha256();
        int number = earlier.size() + 1;
        var now = clock.instant();
        var document = CanonicalDocument.of(json.valueToTree(
                Map.of("workshop", id, "number", number, "follows", predecessor, "text", text, "addedAt", now)));
        var addendum = new Addendum(number, text, document.sha256(), now);
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into minutes_addendum (workshop, number, document, sha256, added_at)"
                                + " values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, id);
            insert.setInt(2, number);
            insert.setString(3, document.text());
            insert.setString(4, addendum.sha256());
            insert.setObject(5, now.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("an addendum could not be stored", failed);
        }
        return addendum;
    }

    List<Addendum> addenda(UUID workshop) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select number, document, sha256 from minutes_addendum"
                        + " where workshop = ? order by number")) {
            select.setObject(1, workshop);
            var found = new ArrayList<Addendum>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var document = json.readTree(row.getString(2));
                    found.add(new Addendum(
                            row.getInt(1),
                            document.get("text").textValue(),
                            row.getString(3),
                            Instant.parse(document.get("addedAt").textValue())));
                }
            }
            return found;
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("addenda could not be read", failed);
        }
    }

    /** Whether the minutes of some workshop of the process, drafted or sealed, record this matter. */
    public boolean record(ProcessId process, String matter) {
        return workshops.list("process = ?1 and draft is not null", process).stream()
                .flatMap(workshop -> read(Objects.requireNonNull(workshop.draft)).agreements().stream())
                .anyMatch(agreement -> agreement.matter().name().equals(matter));
    }

    Minutes read(String draft) {
        try {
            return json.readValue(draft, Minutes.class);
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("drafted minutes cannot be read", altered);
        }
    }

    private String write(Minutes minutes) {
        try {
            return json.writeValueAsString(minutes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("minutes cannot be written", impossible);
        }
    }
}
