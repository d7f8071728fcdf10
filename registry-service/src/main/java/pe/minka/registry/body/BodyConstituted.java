package pe.minka.registry.body;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/**
 * A body was named by an act, or a seat of it changed hands: the last word about its seats counts. Keyed by process, by
 * entity where it is of no single process.
 *
 * @param process absent for a standing body of the entity
 */
public record BodyConstituted(
        @Nullable ProcessId process, EntityCode entity, UUID body, String kind, String act, List<Seat> seats)
        implements DomainEvent {

    /** @param name of an official or member, a public fact; absent for a vacancy or a protected identity */
    public record Seat(String post, @Nullable String name) {}

    static BodyConstituted of(Body body) {
        return new BodyConstituted(
                body.process(),
                body.entity(),
                body.id(),
                body.kind(),
                body.act(),
                body.seats().stream()
                        .map(seat -> new Seat(seat.post(), seat.name()))
                        .toList());
    }

    @Override
    public String key() {
        return process == null ? entity.value() : process.toString();
    }

    @Override
    public String subject() {
        return body.toString();
    }
}
