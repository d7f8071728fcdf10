package pe.minka.allocation.job;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.FiscalYear;

import java.time.Instant;
import java.util.UUID;

/** A job as it was asked for. */
@Entity
@Table(name = "selection_job")
class JobRow {

    @Id
    UUID id;

    @Column(name = "requested_by")
    String requestedBy;

    @Column(name = "fiscal_year")
    @Nullable
    FiscalYear fiscalYear;

    int total;

    @Column(name = "created_at")
    Instant createdAt;
}
