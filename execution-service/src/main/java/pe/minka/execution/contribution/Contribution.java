package pe.minka.execution.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.cooperation.ContributionKind;
import pe.minka.platform.core.Soles;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Labour, materials or money that the community delivered to a work, with its value. */
@Entity
class Contribution {

    @Id
    @Column(name = "contribution")
    UUID id;

    UUID project;

    @Nullable
    UUID cooperation;

    @Enumerated(EnumType.STRING)
    ContributionKind kind;

    BigDecimal quantity;
    String unit;

    @Column(name = "value")
    Soles worth;

    @Column(name = "delivered_on")
    LocalDate deliveredOn;

    @Nullable
    String document;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected Contribution() {}

    Contribution(UUID project, Delivery delivery, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.cooperation = delivery.cooperationAgreement();
        this.kind = delivery.kind();
        this.quantity = delivery.quantity();
        this.unit = delivery.unit();
        this.worth = delivery.value();
        this.deliveredOn = delivery.deliveredOn();
        this.document = delivery.document();
        this.recordedAt = recordedAt;
    }

    /** What was delivered. */
    record Delivery(
            ContributionKind kind,
            BigDecimal quantity,
            String unit,
            Soles value,
            LocalDate deliveredOn,
            @Nullable String document,
            @Nullable UUID cooperationAgreement) {}

    /** {@code 120}, {@code 2.5}: no zeros behind. */
    String plainQuantity() {
        return quantity.stripTrailingZeros().toPlainString();
    }
}
