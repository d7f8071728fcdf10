package pe.minka.allocation.viability;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A technical refusal: never without its rule, its author and the way to appeal. */
@Entity
@Table(name = "technical_refusal")
class RefusalRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID proposal;

    String title;

    String rule;

    String explanation;

    String author;

    String document;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Column(name = "appeal_to")
    String appealTo;

    @Column(name = "appeal_until")
    LocalDate appealUntil;

    @Column(name = "appeal_law")
    String appealLaw;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
