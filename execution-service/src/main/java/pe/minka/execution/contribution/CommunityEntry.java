package pe.minka.execution.contribution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** One movement of the community's own money; its balance never runs below zero. */
@Entity
@Table(name = "community_money")
class CommunityEntry {

    @Id
    @Column(name = "entry")
    UUID id;

    UUID project;
    int ordinal;

    @Enumerated(EnumType.STRING)
    Direction direction;

    Soles amount;
    Soles balance;

    @Nullable
    UUID contribution;

    String purpose;
    String document;

    @Column(name = "booked_on")
    LocalDate bookedOn;

    @Column(name = "recorded_at")
    Instant recordedAt;

    /** Which way the money went. */
    enum Direction {
        RECEIVED,
        SPENT,
        RETURNED
    }

    protected CommunityEntry() {}

    CommunityEntry(
            UUID project,
            int ordinal,
            Direction direction,
            Soles amount,
            Soles balance,
            Booking booking,
            Instant recordedAt) {
        this.id = UUID.randomUUID();
        this.project = project;
        this.ordinal = ordinal;
        this.direction = direction;
        this.amount = amount;
        this.balance = balance;
        this.contribution = booking.contribution();
        this.purpose = booking.purpose();
        this.document = booking.document();
        this.bookedOn = booking.bookedOn();
        this.recordedAt = recordedAt;
    }

    /** Why money moved, and the paper that shows it. */
    record Booking(
            String purpose,
            String document,
            LocalDate bookedOn,
            @Nullable UUID contribution) {}
}
