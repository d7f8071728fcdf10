package pe.minka.execution.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** How far a work was at the end of a period. */
@Entity
@Table(name = "progress_report")
class ProgressReport {

    @Id
    @Column(name = "report")
    UUID id;

    UUID project;
    BigDecimal physical;
    BigDecimal financial;

    @Column(name = "period_end")
    LocalDate periodEnd;

    @Nullable
    String reason;

    @Column(name = "delay_cause")
    @Nullable
    String delayCause;

    @Column(name = "next_date")
    @Nullable
    LocalDate nextDate;

    @Nullable
    String document;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected ProgressReport() {}

    ProgressReport(UUID project, Measured measured, BigDecimal financial, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.physical = measured.physical();
        this.financial = financial;
        this.periodEnd = measured.periodEnd();
        this.reason = measured.reason();
        this.delayCause = measured.delayCause();
        this.nextDate = measured.nextDate();
        this.document = measured.document();
        this.recordedAt = recordedAt;
    }

    /**
     * What was measured.
     *
     * @param reason why the work is less far than it was reported before
     * @param delayCause why it is not finished on its planned day
     * @param nextDate until when it will be
     */
    record Measured(
            BigDecimal physical,
            LocalDate periodEnd,
            @Nullable String reason,
            @Nullable String delayCause,
            @Nullable LocalDate nextDate,
            @Nullable String document) {}
}
