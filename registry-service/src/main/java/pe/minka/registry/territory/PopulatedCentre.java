package pe.minka.registry.territory;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Ubigeo;

/**
 * One line of INEI's directory of populated centres.
 *
 * @param code ten digits: the district and four of the centre's own
 * @param category town, village, hamlet, as INEI calls it
 * @param area URBAN or RURAL; absent where the list does not say
 * @param population persons counted by the census
 */
record PopulatedCentre(
        Ubigeo code,
        String name,
        @Nullable String category,
        @Nullable String area,
        @Nullable Long population,
        @Nullable Integer altitude) {

    String district() {
        return code.value().substring(0, 6);
    }
}
