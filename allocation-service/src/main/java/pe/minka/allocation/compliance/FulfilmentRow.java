package pe.minka.allocation.compliance;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** What the works of an agreement come to, as execution told of it. */
@Entity
@Table(name = "fulfilment")
class FulfilmentRow {

    @Id
    UUID agreement;

    ProcessId process;

    UUID work;

    @Enumerated(EnumType.STRING)
    Stage stage = Stage.OPENED;

    @Column(name = "physical_percent")
    BigDecimal physicalPercent = BigDecimal.ZERO;

    Soles accrued = Soles.ZERO;

    Soles disbursed = Soles.ZERO;

    @Column(name = "started_on")
    @Nullable
    LocalDate startedOn;

    @Column(name = "closed_on")
    @Nullable
    LocalDate closedOn;
}
