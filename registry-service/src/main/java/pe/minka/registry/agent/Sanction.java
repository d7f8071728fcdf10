package pe.minka.registry.agent;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.regulation.SanctionsRule.FaultGravity;
import pe.minka.registry.regulation.SanctionsRule.FaultKind;
import pe.minka.registry.regulation.SanctionsRule.NamedFault;
import pe.minka.registry.regulation.SanctionsRule.SanctionMeasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A fault of an agent, with what the regulation makes follow from it. */
@Entity
@Table(name = "sanction")
class Sanction {

    @Id
    private UUID id;

    private ProcessId process;

    private UUID agent;

    @Enumerated(EnumType.STRING)
    private FaultKind fault;

    @Enumerated(EnumType.STRING)
    private FaultGravity gravity;

    @Enumerated(EnumType.STRING)
    private SanctionMeasure measure;

    private String law;

    private LocalDate occurredOn;

    private String evidence;

    private Instant recordedAt;

    private String recordedBy;

    private @Nullable String letter;

    private @Nullable LocalDate letterReceivedOn;

    private @Nullable LocalDate replaceUntil;

    private @Nullable String resolution;

    private @Nullable LocalDate disqualifiedOn;

    private @Nullable String disqualifiedBy;

    protected Sanction() {}

    Sanction(
            ProcessId process,
            AgentId agent,
            NamedFault named,
            LocalDate occurredOn,
            String evidence,
            Instant recordedAt,
            String recordedBy) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.agent = agent.value();
        this.fault = named.fault();
        this.gravity = named.gravity();
        this.measure = named.measure();
        this.law = named.law();
        this.occurredOn = occurredOn;
        this.evidence = evidence;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
    }

    /**
     * The last day of the term is still in time.
     *
     * @param replaced whether another came in the agent's place
     */
    SanctionState stateOn(LocalDate day, boolean replaced) {
        if (disqualifiedOn != null) {
            return SanctionState.DISQUALIFIED;
        }
        return switch (measure) {
            case DISQUALIFICATION -> SanctionState.DISQUALIFICATION_DUE;
            case LETTER -> letter == null ? SanctionState.LETTER_DUE : SanctionState.LETTER_SENT;
            case REPLACEMENT -> replaced ? SanctionState.REPLACED : replacement(day);
        };
    }

    private SanctionState replacement(LocalDate day) {
        if (replaceUntil == null) {
            return SanctionState.LETTER_DUE;
        }
        return day.isAfter(replaceUntil) ? SanctionState.OVERDUE : SanctionState.TO_BE_REPLACED;
    }

    /** @param until absent where no replacement follows */
    void written(String reference, LocalDate receivedOn, @Nullable LocalDate until) {
        letter = reference;
        letterReceivedOn = receivedOn;
        replaceUntil = until;
    }

    void disqualified(String by, LocalDate on, String account) {
        resolution = by;
        disqualifiedOn = on;
        disqualifiedBy = account;
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

    FaultKind fault() {
        return fault;
    }

    FaultGravity gravity() {
        return gravity;
    }

    SanctionMeasure measure() {
        return measure;
    }

    String law() {
        return law;
    }

    LocalDate occurredOn() {
        return occurredOn;
    }

    String evidence() {
        return evidence;
    }

    @Nullable
    String letter() {
        return letter;
    }

    @Nullable
    LocalDate letterReceivedOn() {
        return letterReceivedOn;
    }

    @Nullable
    LocalDate replaceUntil() {
        return replaceUntil;
    }

    @Nullable
    String resolution() {
        return resolution;
    }

    @Nullable
    LocalDate disqualifiedOn() {
        return disqualifiedOn;
    }
}
