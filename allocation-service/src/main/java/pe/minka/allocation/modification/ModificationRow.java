package pe.minka.allocation.modification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One lawful change to one agreement. */
@Entity
@Table(name = "modification")
class ModificationRow {

    @Id
    UUID id;

    UUID agreement;

    int sequence;

    String reason;

    String law;

    String act;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "amount_before")
    Soles amountBefore;

    @Column(name = "amount_after")
    Soles amountAfter;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
