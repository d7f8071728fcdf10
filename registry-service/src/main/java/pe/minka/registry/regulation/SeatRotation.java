package pe.minka.registry.regulation;

import java.util.Set;

/**
 * The rotation of a body's seats: who sat in one of its last sessions makes room for another.
 *
 * @param sessions how many of the last sessions count
 * @param heldBy kinds of organisation that hold its seats; empty: all
 * @param overridable whether it may be set aside with a reason and a handover note
 */
public record SeatRotation(String body, int sessions, Set<String> heldBy, boolean overridable, String law) {}
