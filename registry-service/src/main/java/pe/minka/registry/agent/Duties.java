package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The duties that agents accepted. */
@ApplicationScoped
class Duties {

    private final EntityManager database;
    private final Clock clock;

    Duties(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Instant accept(Agent agent, List<String> duties) {
        if (agent.ended()) {
            throw Problem.conflict("agent-ended").toException();
        }
        var now = clock.instant();
        database.createNativeQuery("update agent set duties = :duties, duties_accepted_at = :now where id = :id")
                .setParameter("id", agent.id().value())
                .setParameter("duties", String.join(",", duties))
                .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .executeUpdate();
        return now;
    }
}
