package pe.minka.registry.calendar;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A step of a process on its days, as other features show it.
 *
 * @param id the same for the same holding of the step, however often it is moved
 * @param endsOn the last day
 * @param version rises each time the calendar is planned anew
 */
public record PlannedStep(
        String id,
        String title,
        LocalDate startsOn,
        LocalDate endsOn,
        @Nullable String place,
        Instant plannedAt,
        int version) {}
