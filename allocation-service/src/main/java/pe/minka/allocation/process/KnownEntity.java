package pe.minka.allocation.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

/**
 * A municipality or regional government as the registry told of it.
 *
 * @param level of government: {@code DISTRICT}, {@code PROVINCE} or {@code REGION}
 * @param territory that it governs
 */
public record KnownEntity(EntityCode entity, String name, String level, Ubigeo territory) {

    static KnownEntity of(PublicEntity row) {
        var entity = new EntityCode(row.code);
        return switch (row.kind) {
            case "REGIONAL_GOVERNMENT" -> new KnownEntity(entity, row.name, "REGION", row.ubigeo.region());
            case "PROVINCIAL_MUNICIPALITY" -> new KnownEntity(entity, row.name, "PROVINCE", row.ubigeo.province());
            default -> new KnownEntity(entity, row.name, "DISTRICT", row.ubigeo);
        };
    }

    /** Whether one of the two lies within the other and they are of different levels. */
    public boolean sharesTerritoryWith(KnownEntity other) {
        return !level.equals(other.level)
                && (territory.isWithin(other.territory) || other.territory.isWithin(territory));
    }
}
