package pe.minka.allocation.selection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** One declaration of the conditions of a round. */
@Entity
@Table(name = "round_conditions")
class ConditionsRow {

    @Id
    UUID id;

    UUID round;

    ProcessId process;

    EntityCode entity;

    int sequence;

    @ColumnTransformer(write = "?::jsonb")
    String conditions;

    String act;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
