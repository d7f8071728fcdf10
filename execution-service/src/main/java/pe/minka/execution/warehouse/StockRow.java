package pe.minka.execution.warehouse;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;

/** How much of a material lies in the warehouse of a work. */
@Entity
@Table(name = "stock")
class StockRow {

    @EmbeddedId
    Id id;

    BigDecimal quantity = BigDecimal.ZERO;

    /** A material of a work, in its unit. */
    @Embeddable
    record Id(UUID project, String item, String unit) implements Serializable {}

    protected StockRow() {}

    StockRow(Id id) {
        this.id = id;
    }
}
