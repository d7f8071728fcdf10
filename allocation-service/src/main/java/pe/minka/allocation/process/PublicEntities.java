package pe.minka.allocation.process;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.util.Optional;

/** The entities this service has heard of. */
@ApplicationScoped
public class PublicEntities implements PanacheRepositoryBase<PublicEntity, String> {

    /** What is known of an entity; empty for one this service has not heard of. */
    public Optional<KnownEntity> known(EntityCode entity) {
        return find(entity).map(KnownEntity::of);
    }

    Optional<PublicEntity> find(EntityCode entity) {
        return findByIdOptional(entity.value());
    }

    void keep(EntityCode entity, String name, String kind, Ubigeo ubigeo, @Nullable Long population) {
        var known = find(entity);
        var row = known.orElseGet(PublicEntity::new);
        row.code = entity.value();
        row.name = name;
        row.kind = kind;
        row.ubigeo = ubigeo;
        row.population = population;
        if (known.isEmpty()) {
            persist(row);
        }
    }
}
