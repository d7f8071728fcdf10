package pe.minka.allocation.process;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.HearEntityRegistered.EntityRegistered;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** Keeps names, seats and population of entities. */
@ApplicationScoped
class HearEntityRegistered implements EventHandler<EntityRegistered> {

    private final PublicEntities entities;

    HearEntityRegistered(PublicEntities entities) {
        this.entities = entities;
    }

    record EntityRegistered(
            EntityCode entity,
            String name,
            String kind,
            Ubigeo ubigeo,
            @Nullable Long population) {}

    @Override
    public String type() {
        return "minka.registry.entity-registered.v1";
    }

    @Override
    public Class<EntityRegistered> payload() {
        return EntityRegistered.class;
    }

    @Override
    public void on(EntityRegistered event, EventMetadata metadata) {
        entities.keep(event.entity(), event.name(), event.kind(), event.ubigeo(), event.population());
    }
}
