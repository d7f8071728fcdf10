package pe.minka.execution.tender;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** An invitation to bid for a part of a work. */
@Entity
@Table(name = "tender")
class TenderRow {

    @Id
    @Column(name = "tender")
    UUID id;

    UUID project;
    String subject;

    @Column(name = "closes_on")
    LocalDate closesOn;

    @Enumerated(EnumType.STRING)
    State state;

    @Column(name = "opened_on")
    @Nullable
    LocalDate openedOn;

    @Nullable
    String place;

    @Nullable
    String witnesses;

    @Nullable
    String act;

    @Column(name = "created_at")
    Instant createdAt;

    /** Whether its bids can be read. */
    enum State {
        SEALED,
        OPENED
    }

    protected TenderRow() {}

    TenderRow(UUID project, String subject, LocalDate closesOn, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.subject = subject;
        this.closesOn = closesOn;
        this.state = State.SEALED;
        this.createdAt = createdAt;
    }
}
