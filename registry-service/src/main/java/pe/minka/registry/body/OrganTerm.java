package pe.minka.registry.body;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Whose organ a body is, and how long its members are in office.
 *
 * @param organisation a peasant community with its communal board and assembly; absent for a body of the entity
 * @param from first day in office
 * @param until last day in office
 */
record OrganTerm(
        @Nullable UUID organisation,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** Whether both are in office on some day; a term without an end has no last day. */
    boolean overlaps(@Nullable LocalDate otherFrom, @Nullable LocalDate otherUntil) {
        return (until == null || otherFrom == null || !otherFrom.isAfter(until))
                && (otherUntil == null || from == null || !from.isAfter(otherUntil));
    }
}
