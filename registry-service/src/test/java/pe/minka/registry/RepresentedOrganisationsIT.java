package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithMinkaStack
class RepresentedOrganisationsIT {

    @Test
    void anyone_sees_which_organisations_are_on_the_roll_and_with_how_many_but_not_who_they_are() {
        var town = Town.of("300903");
        var process = town.call(town.regulation("coyllurqui-2016.v1"), 2016, Map.of("territory", "100301"))
                .statusCode(201)
                .extract()
                .<String>path("process");
        var names = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            names.add("Comunidad del Padrón " + i);
            var community = town.organisation(process, names.get(i), "PEASANT_COMMUNITY");
            town.accredit(process, community, Town.document(), i == 0 ? "FEMALE" : "MALE")
                    .statusCode(201);
        }
        town.organisation(process, "Comunidad sin Agentes", "PEASANT_COMMUNITY");
        var path = "/v1/processes/" + process + "/roll/organisations";

        var seen = new HashSet<String>();
        String cursor = null;
        do {
            var request = given().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(page.getList("items.principals", Integer.class)).containsOnly(1);
            assertThat(page.getList("items.alternates", Integer.class)).containsOnly(0);
            assertThat(page.<Map<String, ?>>getList("items").get(0).keySet())
                    .isEqualTo(Set.of("organisation", "name", "kind", "sector", "principals", "alternates"));
            seen.addAll(page.getList("items.name", String.class));
            cursor = page.getString("next");
        } while (cursor != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
    }
}
