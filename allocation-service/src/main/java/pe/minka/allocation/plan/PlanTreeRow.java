package pe.minka.allocation.plan;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** One version of the tree of a plan. */
@Entity
@Table(name = "plan_tree")
class PlanTreeRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    int sequence;

    @ColumnTransformer(write = "?::jsonb")
    String nodes;

    @Column(name = "recorded_at")
    Instant recordedAt;
}
