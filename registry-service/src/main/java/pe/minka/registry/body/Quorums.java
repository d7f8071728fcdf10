package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.registry.organisation.Organisations;
import pe.minka.registry.process.Processes;
import pe.minka.registry.regulation.Regulation;

import java.util.Optional;

/** The presence that a session of a body needs to agree on something. */
@ApplicationScoped
class Quorums {

    private final Processes processes;
    private final Organisations organisations;

    Quorums(Processes processes, Organisations organisations) {
        this.processes = processes;
        this.organisations = organisations;
    }

    /** @param seats counted on all seats of the body, those not filled too */
    record Quorum(int seats, String law) {}

    /** Empty for a body that belongs to no process, or whose regulation asks for none. */
    Optional<Quorum> of(Body body) {
        var id = body.process();
        if (id == null) {
            return Optional.empty();
        }
        var rule = processes.get(id).regulation().body(body.kind());
        if (!rule.has("quorumPercent")) {
            return Optional.empty();
        }
        int all = ForeseenSeats.of(rule, organisations.all(body.entity()), body.seats())
                .map(ForeseenSeats::seats)
                .orElseGet(() -> body.seats().size());
        return Optional.of(new Quorum(ForeseenSeats.quorum(rule, all), Regulation.law(rule)));
    }
}
