package pe.minka.allocation.modification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** What the vigilance committee was told of one modification. */
@Entity
@Table(name = "vigilance_notice")
class VigilanceNoticeRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID agreement;

    UUID modification;

    @Column(name = "drift_moved")
    Soles driftMoved;

    @Column(name = "drift_percent")
    @Nullable
    String driftPercent;

    @Column(name = "noticed_at")
    Instant noticedAt;

    @Column(name = "acknowledged_at")
    @Nullable
    Instant acknowledgedAt;

    @Nullable
    String observation;
}
