package pe.minka.registry.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;

import java.time.LocalDate;
import java.util.UUID;

/** A challenge (tacha) against an accredited agent. Until it is decided the agent is one, and what was decided stands. */
@Entity
@Table(name = "challenge")
class Challenge {

    /** How a challenge ends. */
    enum Decision {
        UPHELD,
        DISMISSED
    }

    @Id
    private UUID id;

    private ProcessId process;

    private UUID agent;

    private String grounds;

    private String evidence;

    private LocalDate filedOn;

    private LocalDate decideUntil;

    @Enumerated(EnumType.STRING)
    private @Nullable Decision decision;

    private @Nullable String reason;

    private @Nullable LocalDate decidedOn;

    private @Nullable String decidedBy;

    protected Challenge() {}

    Challenge(
            ProcessId process,
            AgentId agent,
            String grounds,
            String evidence,
            LocalDate filedOn,
            LocalDate decideUntil) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.agent = agent.value();
        this.grounds = grounds;
        this.evidence = evidence;
        this.filedOn = filedOn;
        this.decideUntil = decideUntil;
    }

    void decided(Decision outcome, String because, LocalDate on, String account) {
        decision = outcome;
        reason = because;
        decidedOn = on;
        decidedBy = account;
    }

    boolean open() {
        return decision == null;
    }

    UUID id() {
        return id;
    }

    ProcessId process() {
        return process;
    }

    AgentId agent() {
        return new AgentId(agent);
    }

    String grounds() {
        return grounds;
    }

    String evidence() {
        return evidence;
    }

    LocalDate filedOn() {
        return filedOn;
    }

    LocalDate decideUntil() {
        return decideUntil;
    }

    @Nullable
    Decision decision() {
        return decision;
    }

    @Nullable
    String reason() {
        return reason;
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }
}
