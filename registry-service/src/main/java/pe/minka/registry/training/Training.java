package pe.minka.registry.training;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A training session that was held. */
@Entity
@Table(name = "training")
class Training {

    /** Who was trained. */
    enum Audience {
        AGENTS,
        /** Staff of the entity, by area. */
        STAFF,
        /** Council members and other decision-makers. */
        AUTHORITIES
    }

    @Id
    private UUID id;

    private ProcessId process;

    private String title;

    private String topics;

    private LocalDate heldOn;

    private @Nullable String place;

    private String language;

    @Enumerated(EnumType.STRING)
    private Audience audience;

    private String staffAreas;

    private Instant recordedAt;

    protected Training() {}

    Training(
            ProcessId process,
            String title,
            List<String> topics,
            LocalDate heldOn,
            @Nullable String place,
            String language,
            Audience audience,
            List<String> staffAreas,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.title = title;
        this.topics = String.join(",", topics);
        this.heldOn = heldOn;
        this.place = place;
        this.language = language;
        this.audience = audience;
        this.staffAreas = String.join("\n", staffAreas);
        this.recordedAt = recordedAt;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    String title() {
        return title;
    }

    List<String> topics() {
        return List.of(topics.split(",", -1));
    }

    LocalDate heldOn() {
        return heldOn;
    }

    @Nullable
    String place() {
        return place;
    }

    String language() {
        return language;
    }

    Audience audience() {
        return audience;
    }

    List<String> staffAreas() {
        return staffAreas.isEmpty() ? List.of() : List.of(staffAreas.split("\n", -1));
    }
}
