package pe.minka.registry.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What an outside supporter promised: an NGO, an agency of the United Nations. It gives no vote. */
@Entity
@Table(name = "commitment")
class Commitment {

    /** Where a promise stands on a day. */
    enum State {
        PENDING,
        MET,
        UNMET
    }

    @Id
    private UUID id;

    private ProcessId process;

    private String supporter;

    private String role;

    private String promise;

    private LocalDate dueOn;

    private @Nullable LocalDate metOn;

    private Instant recordedAt;

    protected Commitment() {}

    Commitment(ProcessId process, String supporter, String role, String promise, LocalDate dueOn, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.supporter = supporter;
        this.role = role;
        this.promise = promise;
        this.dueOn = dueOn;
        this.recordedAt = recordedAt;
    }

    void met(LocalDate on) {
        metOn = on;
    }

    /** Unmet once its date has passed without being met. */
    State stateOn(LocalDate day) {
        if (metOn != null) {
            return State.MET;
        }
        return dueOn.isBefore(day) ? State.UNMET : State.PENDING;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    String supporter() {
        return supporter;
    }

    String role() {
        return role;
    }

    String promise() {
        return promise;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    LocalDate metOn() {
        return metOn;
    }
}
