package pe.minka.workshop.session;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A working session of the agents: convened in time, opened with quorum, ended with sealed minutes. */
@Entity
class Workshop {

    enum State {
        CONVENED,
        HELD,
        SEALED
    }

    @Id
    UUID workshop;

    ProcessId process;
    EntityCode entity;
    String title;
    String kind;

    @Column(name = "starts_at")
    Instant startsAt;

    String place;

    @Column(name = "convened_at")
    Instant convenedAt;

    @Convert(converter = TextsColumn.class)
    List<String> agenda;

    String audience;
    String language;

    @Convert(converter = TextsColumn.class)
    List<String> channels;

    boolean interpreter;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "held_at")
    @Nullable
    Instant heldAt;

    @Nullable
    Integer quorum;

    @Nullable
    String draft;

    @Column(name = "draft_version")
    long draftVersion;

    @Column(name = "sealed_minutes")
    @Nullable
    String sealedMinutes;

    @Column(columnDefinition = "char(64)")
    @Nullable
    String sha256;

    @Column(name = "sealed_at")
    @Nullable
    Instant sealedAt;

    @Version
    long version;

    protected Workshop() {}

    static Workshop convened(ProcessId process, EntityCode entity, Convocation convocation) {
        var workshop = new Workshop();
        workshop.workshop = UUID.randomUUID();
        workshop.process = process;
        workshop.entity = entity;
        workshop.title = convocation.title();
        workshop.kind = convocation.kind();
        workshop.startsAt = convocation.startsAt();
        workshop.place = convocation.place();
        workshop.convenedAt = convocation.convenedAt();
        workshop.agenda = convocation.agenda();
        workshop.audience = convocation.audience();
        workshop.language = convocation.language();
        workshop.channels = convocation.channels();
        workshop.interpreter = convocation.interpreter();
        workshop.state = State.CONVENED;
        workshop.version = 1;
        return workshop;
    }

    /** @param required the presence that the regulation asked for */
    void open(Instant at, int required) {
        state = State.HELD;
        heldAt = at;
        quorum = required;
    }

    void draft(String minutes) {
        draft = minutes;
        draftVersion++;
    }

    void seal(String canonical, String hash, Instant at) {
        state = State.SEALED;
        sealedMinutes = canonical;
        sha256 = hash;
        sealedAt = at;
    }
}
