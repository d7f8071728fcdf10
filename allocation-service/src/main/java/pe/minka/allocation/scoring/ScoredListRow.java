package pe.minka.allocation.scoring;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** A scored list as it was approved. */
@Entity
@Table(name = "scored_list")
class ScoredListRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    String title;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_on")
    LocalDate approvedOn;

    @ColumnTransformer(write = "?::jsonb")
    String criteria;

    @ColumnTransformer(write = "?::jsonb")
    String projects;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
