package pe.minka.registry.cost;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** What was spent on running a process; never changed, corrected by nothing but another document. */
@Entity
@Table(name = "process_expense")
class ProcessExpense {

    /** What it was spent on. {@code CONSULTANCY} is work that was given away instead of done by the entity's staff. */
    enum Kind {
        STAFF,
        TRAVEL,
        VENUE,
        MATERIALS,
        OUTREACH,
        TRAINING,
        CONSULTANCY,
        OTHER
    }

    @Id
    UUID id;

    ProcessId process;

    @Enumerated(EnumType.STRING)
    Kind kind;

    String area;

    String concept;

    Soles amount;

    LocalDate spentOn;

    String document;

    Instant recordedAt;

    protected ProcessExpense() {}

    ProcessExpense(
            ProcessId process,
            Kind kind,
            String area,
            String concept,
            Soles amount,
            LocalDate spentOn,
            String document,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.process = process;
        this.kind = kind;
        this.area = area;
        this.concept = concept;
        this.amount = amount;
        this.spentOn = spentOn;
        this.document = document;
        this.recordedAt = recordedAt;
    }
}
