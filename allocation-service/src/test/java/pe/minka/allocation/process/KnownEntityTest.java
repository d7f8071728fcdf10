package pe.minka.allocation.process;

import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Ubigeo;

import static org.assertj.core.api.Assertions.assertThat;

class KnownEntityTest {

    private final KnownEntity metropolitanLima = entity("990001", "REGIONAL_GOVERNMENT", "150101");
    private final KnownEntity regionOfLima = entity("990002", "REGIONAL_GOVERNMENT", "150801");
    private final KnownEntity villaElSalvador = entity("301291", "DISTRICT_MUNICIPALITY", "150142");
    private final KnownEntity huaura = entity("990003", "PROVINCIAL_MUNICIPALITY", "150801");
    private final KnownEntity cusco = entity("990004", "REGIONAL_GOVERNMENT", "080101");

    @Test
    void metropolitan_lima_and_the_region_of_lima_share_no_territory() {
        assertThat(metropolitanLima.territory()).isEqualTo(new Ubigeo("1501"));
        assertThat(regionOfLima.territory()).isEqualTo(new Ubigeo("15"));
        assertThat(metropolitanLima.sharesTerritoryWith(regionOfLima)).isFalse();
    }

    @Test
    void a_district_of_the_metropolis_shares_its_problems_with_the_metropolis_alone() {
        assertThat(villaElSalvador.sharesTerritoryWith(metropolitanLima)).isTrue();
        assertThat(villaElSalvador.sharesTerritoryWith(regionOfLima)).isFalse();
        assertThat(regionOfLima.sharesTerritoryWith(villaElSalvador)).isFalse();
    }

    @Test
    void a_province_of_the_region_shares_its_problems_with_the_region() {
        assertThat(huaura.sharesTerritoryWith(regionOfLima)).isTrue();
        assertThat(regionOfLima.sharesTerritoryWith(huaura)).isTrue();
        assertThat(huaura.sharesTerritoryWith(metropolitanLima)).isFalse();
        assertThat(huaura.sharesTerritoryWith(cusco)).isFalse();
    }

    private static KnownEntity entity(String code, String kind, String seat) {
        var row = new PublicEntity();
        row.code = code;
        row.name = code;
        row.kind = kind;
        row.ubigeo = new Ubigeo(seat);
        return KnownEntity.of(row);
    }
}
