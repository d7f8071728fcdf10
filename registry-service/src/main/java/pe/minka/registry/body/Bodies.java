package pe.minka.registry.body;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The bodies that were named. */
@ApplicationScoped
class Bodies {

    private final EntityManager database;

    Bodies(EntityManager database) {
        this.database = database;
    }

    void add(Body body) {
        database.persist(body);
    }

    /** Those of a process and the standing ones of its entity. */
    List<Body> of(EntityCode entity, @Nullable ProcessId process) {
        var query = database.createQuery(
                "from Body where entity = :entity and (process is null"
                        + (process == null ? "" : " or process = :process")
                        + ") order by constitutedAt, id",
                Body.class);
        query.setParameter("entity", entity);
        if (process != null) {
            query.setParameter("process", process);
        }
        return query.getResultList();
    }

    Optional<Body> find(UUID id) {
        return Optional.ofNullable(database.find(Body.class, id));
    }

    /** The organs of a kind that an organisation has or had. */
    List<Body> organs(UUID organisation, String kind) {
        return database.createQuery(
                        "from Body where organisation = :organisation and kind = :kind order by termFrom", Body.class)
                .setParameter("organisation", organisation)
                .setParameter("kind", kind)
                .getResultList();
    }
}
