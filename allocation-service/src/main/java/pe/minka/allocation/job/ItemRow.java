package pe.minka.allocation.job;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** One process of a job. */
@Entity
@Table(name = "selection_job_item")
class ItemRow {

    /** @param position in the job, from 1 */
    @Embeddable
    record Key(UUID job, int position) {}

    @EmbeddedId
    Key key;

    ProcessId process;

    EntityCode entity;

    @Nullable
    UUID round;

    @Nullable
    UUID envelope;

    @Enumerated(EnumType.STRING)
    ItemState state = ItemState.WAITING;

    @Nullable
    UUID selection;

    @Nullable
    String problem;

    @ColumnTransformer(write = "?::jsonb")
    @Nullable
    String members;

    int attempts;

    @Column(name = "done_at")
    @Nullable
    Instant doneAt;
}
