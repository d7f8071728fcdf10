package pe.minka.allocation.classification;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** One classification of one project; the newest stands. */
@Entity
@Table(name = "classification")
class ClassificationRow {

    @Id
    UUID id;

    ProcessId process;

    UUID proposal;

    int sequence;

    String main;

    @ColumnTransformer(write = "?::jsonb")
    String secondary;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
