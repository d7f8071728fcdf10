package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

/** Leaders far away are registered without connection or by telephone, and brought in once. */
@QuarkusTest
@WithMinkaStack
class OfflineRegistrationIT {

    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300315");
    }

    @Test
    @Tag("COY-44")
    void batches_come_in_any_order_and_again_and_each_person_is_registered_once() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var captured = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 6; i++) {
            captured.add(captured(Town.document(), i % 2 == 0 ? "DEVICE" : "TELEPHONE"));
        }

        sync(process, "tablet-03", captured.subList(3, 6)).body("items.outcome", everyItem(equalTo("ACCREDITED")));
        var first = sync(process, "tablet-03", captured.subList(0, 4));
        first.body("items.outcome", everyItem(equalTo("ACCREDITED")))
                .body("items.repeated", contains(false, false, false, true));
        Collections.reverse(captured);
        sync(process, "tablet-03", captured)
                .body("items.repeated", everyItem(equalTo(true)))
                .body("items", hasSize(6));
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(6))
                .body("organisations", equalTo(1));
    }

    @Test
    @Tag("COY-44")
    void two_registrars_bring_one_agent_at_once_and_the_second_hears_who_is_on_the_roll() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2032);
        var document = Town.document();

        var outcomes = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> sync(process, "tablet-" + i, List.of(captured(document, "DEVICE")))
                        .extract()
                        .jsonPath())
                .toList();

        assertThat(outcomes)
                .extracting(each -> each.getString("items[0].outcome"))
                .containsOnlyOnce("ACCREDITED")
                .filteredOn("DUPLICATE"::equals)
                .hasSize(5);
        assertThat(outcomes)
                .extracting(each -> each.getString("items[0].agent"))
                .doesNotContainNull()
                .allMatch(outcomes.get(0).getString("items[0].agent")::equals);
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    void one_id_sent_by_two_requests_at_once_is_one_registration() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2033);
        var one = captured(Town.document(), "DEVICE");

        var outcomes = IntStream.range(0, 6)
                .parallel()
                .mapToObj(
                        i -> sync(process, "tablet-03", List.of(one)).extract().<String>path("items[0].outcome"))
                .toList();

        assertThat(outcomes).containsOnly("ACCREDITED");
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    void an_id_used_for_other_contents_is_a_conflict_and_one_refusal_does_not_stop_the_others() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2034);
        var right = captured(Town.document(), "DEVICE");
        var wrong = captured("1234567", "DEVICE");
        wrong.put("organisation", Map.of("name", "Comunidad que no queda", "kind", "PEASANT_COMMUNITY"));
        sync(process, "tablet-03", List.of(wrong, right))
                .body("items.outcome", contains("REFUSED", "ACCREDITED"))
                .body("items[0].errors", contains("document-leading-zero-lost"));
        var other = new HashMap<>(right);
        other.put("names", "Otra Persona");

        sync(process, "tablet-03", List.of(other))
                .body("items.outcome", contains("CONFLICT"))
                .body("items[0].errors", contains("capture-differs"));
        given().get("/v1/processes/" + process + "/organisations").then().body("items", hasSize(1));
    }

    @Test
    void a_citizen_without_organisation_is_registered_in_the_field_with_the_supporters_that_signed() {
        town = Town.of("300787");
        var process = town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        document -> document.withObject("/accreditation")
                                .putObject("unorganisedCitizens")
                                .put("allowed", true)
                                .put("minimumSupporters", 10)),
                2035);
        var few = captured(Town.document(), "DEVICE");
        few.put("organisation", Map.of("name", "Vecinos sin organización", "kind", "UNORGANISED_CITIZENS"));
        var enough = new HashMap<>(few);
        few.put("supporters", 9);
        enough.putAll(Map.of("id", UUID.randomUUID().toString(), "supporters", 10));

        sync(process, "tablet-03", List.of(few, enough))
                .body("items.outcome", contains("REFUSED", "ACCREDITED"))
                .body("items[0].errors", contains("too-few-supporters"));
        few.put("supporters", 10);
        sync(process, "tablet-03", List.of(few)).body("items.outcome", contains("CONFLICT"));
    }

    private static Map<String, Object> captured(String document, String channel) {
        return new HashMap<>(Map.of(
                "id",
                UUID.randomUUID().toString(),
                "capturedAt",
                "2016-03-23T16:20:00Z",
                "channel",
                channel,
                "organisation",
                Map.of("name", "Comunidad Campesina Lejana", "kind", "PEASANT_COMMUNITY"),
                "role",
                "PRINCIPAL",
                "documentKind",
                "DNI",
                "documentNumber",
                document,
                "names",
                "Persona Lejana",
                "sex",
                "MALE",
                "language",
                "qu"));
    }

    private ValidatableResponse sync(String process, String device, List<?> items) {
        return town.registrar()
                .body(Map.of("device", device, "items", items))
                .post("/v1/processes/" + process + "/offline-registrations")
                .then()
                .statusCode(200);
    }
}
