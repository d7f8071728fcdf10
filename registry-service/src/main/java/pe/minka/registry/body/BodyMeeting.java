package pe.minka.registry.body;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A session of a body with its own agenda and minutes. */
@Entity
@Table(name = "body_meeting")
class BodyMeeting {

    @Id
    private UUID id;

    private UUID body;

    private LocalDate heldOn;

    private String agenda;

    private String present;

    private String minutes;

    private String agreements;

    private Instant recordedAt;

    private String recordedBy;

    protected BodyMeeting() {}

    /** @param agenda and the other lists as JSON */
    BodyMeeting(
            UUID body,
            LocalDate heldOn,
            String agenda,
            String present,
            String minutes,
            String agreements,
            Instant recordedAt,
            String recordedBy) {
        this.id = UUID.randomUUID();
        this.body = body;
        this.heldOn = heldOn;
        this.agenda = agenda;
        this.present = present;
        this.minutes = minutes;
        this.agreements = agreements;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    UUID id() {
        return id;
    }

    LocalDate heldOn() {
        return heldOn;
    }

    String agenda() {
        return agenda;
    }

    String present() {
        return present;
    }

    String minutes() {
        return minutes;
    }

    String agreements() {
        return agreements;
    }
}
