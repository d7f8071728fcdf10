package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.storage.WriteBehind;

import java.util.List;
import java.util.Optional;

/** The published rolls. */
@ApplicationScoped
class Rolls {

    private final EntityManager database;
    private final WriteBehind later;

    Rolls(EntityManager database, WriteBehind later) {
        this.database = database;
        this.later = later;
    }

    Optional<Roll> published(ProcessId process) {
        // in a bulk transaction the process is held, and nobody publishes its roll meanwhile
        return later.once(
                List.of("roll", process), () -> Optional.ofNullable(database.find(Roll.class, process.value())));
    }

    void add(Roll roll) {
        database.persist(roll);
    }
}
