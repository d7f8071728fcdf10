package pe.minka.registry.territory;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.util.List;
import java.util.Objects;

/**
 * An entity is known, or what is known of it changed. Keyed by entity.
 *
 * @param governs territories it may run processes for
 * @param population persons in the district of the seat
 */
public record EntityRegistered(
        EntityCode entity,
        String name,
        EntityKind kind,
        Ubigeo ubigeo,
        List<Ubigeo> governs,
        String region,
        String province,
        String district,
        long population)
        implements DomainEvent {

    static EntityRegistered of(Municipality municipality) {
        return new EntityRegistered(
                municipality.entity(),
                municipality.name(),
                municipality.kind(),
                municipality.ubigeo(),
                municipality.governs(),
                municipality.region(),
                municipality.province(),
                municipality.district(),
                municipality.population());
    }

    /** Of an entity that no list brought; region, province and district are those of its seat. */
    static EntityRegistered of(GoverningEntity entity, Territory region, Territory province, Territory district) {
        return new EntityRegistered(
                entity.code(),
                entity.name(),
                entity.kind(),
                entity.seat(),
                entity.governs(),
                region.name(),
                province.name(),
                district.name(),
                Objects.requireNonNullElse(district.population(), 0L));
    }

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return entity.value();
    }
}
