package pe.minka.registry.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** A visit to a stakeholder: planned, and then made or cancelled. */
@Entity
@Table(name = "visit")
class Visit {

    /** What came of it. */
    @Schema(name = "VisitOutcome")
    enum Outcome {
        WILL_COME,
        UNDECIDED,
        DECLINED,
        /** Nobody was there: another visit is due. */
        NOBODY_MET
    }

    @Id
    private UUID id;

    private UUID stakeholder;

    private LocalDate plannedOn;

    private String area;

    private @Nullable LocalDate madeOn;

    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    private @Nullable LocalDate cancelledOn;

    private @Nullable String cancelledBecause;

    protected Visit() {}

    Visit(UUID stakeholder, LocalDate plannedOn, String area) {
        this.id = UUID.randomUUID();
        this.stakeholder = stakeholder;
        this.plannedOn = plannedOn;
        this.area = area;
    }

    void made(LocalDate on, @Nullable Outcome cameOfIt, @Nullable String noted) {
        madeOn = on;
        outcome = cameOfIt;
        note = noted;
    }

    void cancelled(LocalDate on, String because) {
        cancelledOn = on;
        cancelledBecause = because;
    }

    /** Made or cancelled: nothing of it changes any more. */
    boolean settled() {
        return madeOn != null || cancelledOn != null;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    @Nullable
    LocalDate cancelledOn() {
        return cancelledOn;
    }

    @Nullable
    String cancelledBecause() {
        return cancelledBecause;
    }

    UUID id() {
        return id;
    }

    UUID stakeholder() {
        return stakeholder;
    }

    LocalDate plannedOn() {
        return plannedOn;
    }

    String area() {
        return area;
    }

    @Nullable
    LocalDate madeOn() {
        return madeOn;
    }

    @Nullable
    String note() {
        return note;
    }
}
