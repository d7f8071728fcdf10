package pe.minka.allocation.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** What an entity invested in one past year. */
@Entity
@Table(name = "execution_capacity")
class CapacityRow {

    @Id
    UUID id;

    EntityCode entity;

    @Column(name = "fiscal_year")
    FiscalYear fiscalYear;

    int sequence;

    Soles budget;

    Soles executed;

    String source;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
