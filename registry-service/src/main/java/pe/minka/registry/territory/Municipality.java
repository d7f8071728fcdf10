package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * One line of the list of municipalities: an entity and the territory it has its seat in.
 *
 * @param ubigeo the district of the seat, by INEI's code
 * @param reniec the same district as RENIEC numbers it; absent for districts that RENIEC's list does not have yet
 * @param povertyPercent people in monetary poverty; absent where the map has no figure
 * @param validFrom since when there is the district and its municipality; absent where the list does not say
 * @param validUntil its last day
 */
record Municipality(
        EntityCode entity,
        EntityKind kind,
        String name,
        Ubigeo ubigeo,
        String region,
        String province,
        String district,
        String capital,
        @Nullable String reniec,
        long population,
        int altitude,
        @Nullable BigDecimal povertyPercent,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {

    private static final String METROPOLITAN_LIMA = "1501";

    /** What it governs: a district, or a province and its capital district apart from it. */
    List<Ubigeo> governs() {
        return governedFrom(kind, ubigeo);
    }

    /**
     * What an entity of that kind governs from that seat. Metropolitan Lima has the regional competences in its own
     * province; the regional government of Lima, which has its seat elsewhere, in the others of the region.
     *
     * @law Ley 27867 art. 65
     */
    static List<Ubigeo> governedFrom(EntityKind kind, Ubigeo seat) {
        return switch (kind) {
            case DISTRICT_MUNICIPALITY -> List.of(seat);
            case PROVINCIAL_MUNICIPALITY -> List.of(seat.province(), seat);
            case REGIONAL_GOVERNMENT ->
                List.of(seat.province().value().equals(METROPOLITAN_LIMA) ? seat.province() : seat.region());
        };
    }
}
