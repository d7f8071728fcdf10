package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.ProcessId;

import java.util.Optional;

/** The published rolls. */
@ApplicationScoped
class Rolls {

    private final EntityManager database;

    Rolls(EntityManager database) {
        this.database = database;
    }

    Optional<Roll> published(ProcessId process) {
        return Optional.ofNullable(database.find(Roll.class, process.value()));
    }

    void add(Roll roll) {
        database.persist(roll);
    }
}
