package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;

import java.time.Clock;
import java.time.LocalDate;

/** Registers one entity by its code at the Ministry of Economy: a regional government, which no list of municipalities has. */
@ApplicationScoped
class RegisterEntity {

    private final Entities entities;
    private final Outbox outbox;
    private final Clock clock;

    RegisterEntity(Entities entities, Outbox outbox, Clock clock) {
        this.entities = entities;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param seat the district of its seat, which must be known */
    GoverningEntity register(
            EntityCode code,
            EntityKind kind,
            String name,
            Ubigeo seat,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil) {
        var district = territory(seat, seat);
        var province = territory(seat.province(), seat);
        var region = territory(seat.region(), seat);
        var entity = new GoverningEntity(code, kind, name, seat, validFrom, validUntil, clock.instant());
        if (entities.find(code).isPresent()) {
            throw exists(code);
        }
        try {
            entities.add(entity);
        } catch (PersistenceException refused) {
            throw Violation.constraintOf(refused).isPresent() ? exists(code) : refused;
        }
        outbox.append(EntityRegistered.of(entity, region, province, district));
        return entity;
    }

    private Territory territory(Ubigeo ubigeo, Ubigeo seat) {
        return entities.territory(ubigeo.value())
                .orElseThrow(() -> Problem.unprocessable("seat-unknown")
                        .with("ubigeo", seat)
                        .toException());
    }

    private static RuntimeException exists(EntityCode code) {
        return Problem.conflict("entity-exists").with("entity", code).toException();
    }
}
