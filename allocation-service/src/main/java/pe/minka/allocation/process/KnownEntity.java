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

    private static final Ubigeo REGION_OF_LIMA = new Ubigeo("15");
    private static final Ubigeo METROPOLITAN_LIMA = new Ubigeo("1501");

    static KnownEntity of(PublicEntity row) {
        var entity = new EntityCode(row.code);
        return switch (row.kind) {
            case "REGIONAL_GOVERNMENT" -> new KnownEntity(entity, row.name, "REGION", regionFrom(row.ubigeo));
            case "PROVINCIAL_MUNICIPALITY" -> new KnownEntity(entity, row.name, "PROVINCE", row.ubigeo.province());
            default -> new KnownEntity(entity, row.name, "DISTRICT", row.ubigeo);
        };
    }

    /**
     * Metropolitan Lima has the regional competences in its own province; the regional government of Lima, which has its
     * seat elsewhere, in the others of the region.
     *
     * @law Ley 27867 art. 65
     */
    private static Ubigeo regionFrom(Ubigeo seat) {
        return seat.province().equals(METROPOLITAN_LIMA) ? METROPOLITAN_LIMA : seat.region();
    }

    /** Whether one of the two lies within the other and they are of different levels. */
    public boolean sharesTerritoryWith(KnownEntity other) {
        return !level.equals(other.level) && (governs(other.territory) || other.governs(territory));
    }

    /** The region of Lima is all of its provinces but Metropolitan Lima. */
    private boolean governs(Ubigeo place) {
        return place.isWithin(territory) && !(territory.equals(REGION_OF_LIMA) && place.isWithin(METROPOLITAN_LIMA));
    }
}
