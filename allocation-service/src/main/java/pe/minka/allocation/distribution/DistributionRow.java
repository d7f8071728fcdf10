package pe.minka.allocation.distribution;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnTransformer;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A distribution with all that it was made from. */
@Entity
@Table(name = "distribution")
class DistributionRow {

    @Id
    UUID id;

    ProcessId process;

    EntityCode entity;

    UUID envelope;

    int sequence;

    Soles amount;

    @ColumnTransformer(write = "?::jsonb")
    String formula;

    @ColumnTransformer(write = "?::jsonb")
    String inputs;

    @ColumnTransformer(write = "?::jsonb")
    String outcome;

    @Column(name = "made_at")
    Instant madeAt;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "distribution_part", joinColumns = @JoinColumn(name = "distribution"))
    @OrderBy("zone")
    List<ZoneAmount> parts = new ArrayList<>();

    @Embeddable
    record ZoneAmount(String zone, Soles amount) {}
}
