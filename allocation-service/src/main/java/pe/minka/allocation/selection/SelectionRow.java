package pe.minka.allocation.selection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.UUID;

/** A selection with all that it was made from. */
@Entity
@Table(name = "selection")
class SelectionRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID round;

    UUID envelope;

    Soles budget;

    @ColumnTransformer(write = "?::jsonb")
    String rule;

    String input;

    @Column(name = "input_sha256", columnDefinition = "char(64)")
    String inputSha256;

    @ColumnTransformer(write = "?::jsonb")
    String outcome;

    Soles cost;

    @Nullable
    String limits;

    @ColumnTransformer(write = "?::jsonb")
    String explanations;

    @Column(name = "made_at")
    Instant madeAt;
}
