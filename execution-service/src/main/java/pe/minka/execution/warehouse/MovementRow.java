package pe.minka.execution.warehouse;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Materials that came into or went out of the warehouse of a work; stock moves with the committee's countersign. */
@Entity
@Table(name = "stock_movement")
class MovementRow {

    @Id
    @Column(name = "movement")
    UUID id;

    UUID project;
    int place;

    @Enumerated(EnumType.STRING)
    Direction direction;

    String item;
    String unit;
    BigDecimal quantity;
    String document;

    @Column(name = "moved_on")
    LocalDate movedOn;

    @Column(name = "countersigned_by")
    @Nullable
    AgentId countersignedBy;

    @Nullable
    BigDecimal balance;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Which way the materials went. */
    enum Direction {
        ENTRY,
        EXIT
    }

    /** What the keeper writes down. */
    record Slip(
            Direction direction, String item, String unit, BigDecimal quantity, String document, LocalDate movedOn) {}

    protected MovementRow() {}

    MovementRow(UUID project, int place, Slip slip, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.place = place;
        this.direction = slip.direction();
        this.item = slip.item();
        this.unit = slip.unit();
        this.quantity = slip.quantity();
        this.document = slip.document();
        this.movedOn = slip.movedOn();
        this.recordedAt = recordedAt;
    }

    boolean isCountersigned() {
        return countersignedBy != null;
    }
}
