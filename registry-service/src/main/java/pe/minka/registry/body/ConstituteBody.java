package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;

import java.time.Clock;

/** Records a body that an act has named. */
@ApplicationScoped
class ConstituteBody {

    private final Bodies bodies;
    private final Outbox outbox;
    private final Clock clock;

    ConstituteBody(Bodies bodies, Outbox outbox, Clock clock) {
        this.bodies = bodies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Body constitute(BodyStatement statement) {
        var body = statement.body(clock.instant());
        bodies.add(body);
        outbox.append(new BodyConstituted(
                body.process(),
                body.entity(),
                body.id(),
                body.kind(),
                body.act(),
                body.seats().stream()
                        .map(seat -> new BodyConstituted.Seat(seat.post(), seat.name()))
                        .toList()));
        return body;
    }
}
