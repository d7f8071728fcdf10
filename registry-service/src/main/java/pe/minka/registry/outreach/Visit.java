package pe.minka.registry.outreach;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/** A visit to a stakeholder, planned and then made. */
@Entity
@Table(name = "visit")
class Visit {

    @Id
    private UUID id;

    private UUID stakeholder;

    private LocalDate plannedOn;

    private String area;

    private @Nullable LocalDate madeOn;

    private @Nullable String note;

    protected Visit() {}

    Visit(UUID stakeholder, LocalDate plannedOn, String area, @Nullable LocalDate madeOn, @Nullable String note) {
        this.id = UUID.randomUUID();
        this.stakeholder = stakeholder;
        this.plannedOn = plannedOn;
        this.area = area;
        this.madeOn = madeOn;
        this.note = note;
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
