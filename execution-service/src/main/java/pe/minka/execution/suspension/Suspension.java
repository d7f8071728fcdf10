package pe.minka.execution.suspension;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A time in which works stood still, and why. All of them are kept. */
@Entity
class Suspension {

    @Id
    @Column(name = "suspension")
    UUID id;

    UUID project;

    @Enumerated(EnumType.STRING)
    SuspensionCause cause;

    @Nullable
    String note;

    @Nullable
    String document;

    LocalDate since;

    @Column(name = "expected_until")
    @Nullable
    LocalDate expectedUntil;

    @Column(name = "resumed_on")
    @Nullable
    LocalDate resumedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    protected Suspension() {}

    Suspension(UUID project, Reported reported, Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.cause = reported.cause();
        this.note = reported.note();
        this.document = reported.document();
        this.since = reported.since();
        this.expectedUntil = reported.expectedUntil();
        this.recordedAt = recordedAt;
    }

    /** What is reported when works stop. */
    record Reported(
            SuspensionCause cause,
            LocalDate since,
            @Nullable LocalDate expectedUntil,
            @Nullable String note,
            @Nullable String document) {}

    /** Days without work up to a day; the day of resuming counts as work. */
    long daysStill(LocalDate until) {
        var end = resumedOn == null || resumedOn.isAfter(until) ? until : resumedOn;
        return Math.max(0, ChronoUnit.DAYS.between(since, end));
    }
}
