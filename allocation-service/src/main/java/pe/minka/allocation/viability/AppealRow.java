package pe.minka.allocation.viability;

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

/** An appeal against a technical refusal and what became of it. */
@Entity
@Table(name = "technical_appeal")
class AppealRow {

    @Id
    UUID refusal;

    String document;

    String grounds;

    @Column(name = "filed_on")
    LocalDate filedOn;

    @Enumerated(EnumType.STRING)
    @Nullable
    AppealOutcome outcome;

    @Nullable
    String decision;

    @Column(name = "decided_on")
    @Nullable
    LocalDate decidedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
