package pe.minka.registry.process;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.registry.regulation.PhaseRule;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One phase of a process. */
@Entity
@Table(name = "phase")
class Phase {

    @Id
    private UUID id;

    private int ordinal;

    @Column(name = "phase")
    private String code;

    private String title;

    private @Nullable String responsibleUnit;

    @Enumerated(EnumType.STRING)
    private PhaseState state;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    protected Phase() {}

    static Phase planned(int ordinal, PhaseRule rule, @Nullable String responsibleUnit) {
        var phase = new Phase();
        phase.id = UUID.randomUUID();
        phase.ordinal = ordinal;
        phase.code = rule.phase();
        phase.title = rule.title();
        phase.responsibleUnit = responsibleUnit == null ? rule.responsibleUnit() : responsibleUnit;
        phase.state = PhaseState.PLANNED;
        return phase;
    }

    PhaseOutcome open(List<Missing> missing, Instant now) {
        if (!missing.isEmpty()) {
            return new PhaseOutcome.Refused(PhaseOutcome.Refusal.NOT_COMPLETE, missing);
        }
        state = PhaseState.OPEN;
        openedAt = now;
        return new PhaseOutcome.Changed(this);
    }

    PhaseOutcome close(List<Missing> missing, Instant now) {
        if (!missing.isEmpty()) {
            return new PhaseOutcome.Refused(PhaseOutcome.Refusal.NOT_COMPLETE, missing);
        }
        state = PhaseState.CLOSED;
        closedAt = now;
        return new PhaseOutcome.Changed(this);
    }

    int ordinal() {
        return ordinal;
    }

    String code() {
        return code;
    }

    String title() {
        return title;
    }

    @Nullable
    String responsibleUnit() {
        return responsibleUnit;
    }

    PhaseState state() {
        return state;
    }

    @Nullable
    Instant openedAt() {
        return openedAt;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }
}
