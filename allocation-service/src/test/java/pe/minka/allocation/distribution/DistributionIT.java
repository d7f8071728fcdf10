package pe.minka.allocation.distribution;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.platform.core.Soles;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class DistributionIT {

    @Test
    @Tag("VES-10")
    @Tag("ANT-25")
    void villa_el_salvador_shares_two_million_among_eight_sections_by_its_decree() {
        var scene = Scene.under("villa-el-salvador-2001.v1");
        var envelope = twoMillion(scene);

        var answer =
                distribute(envelope, "", sections()).log().ifValidationFails().statusCode(201);

        answer.body("parts", hasSize(8))
                .body("parts[0].terms.criterion", equalTo(List.of("POPULATION", "UNMET_BASIC_NEEDS", "TAX_COMPLIANCE")))
                .body("formula.law", equalTo("Decreto de alcaldía de junio de 2001"));
        List<String> amounts = answer.extract().path("parts.amount.amount");
        assertThat(amounts.stream().map(Soles::of).reduce(Soles.ZERO, Soles::plus))
                .isEqualTo(Soles.of("2000000.00"));
        String distribution = answer.extract().path("distribution");
        Scene.read("/v1/distributions/" + distribution).statusCode(200).body("parts.amount.amount", equalTo(amounts));
        Events.await(
                "allocation",
                "distribution-made",
                body -> body.path("distribution").asText().equals(distribution));
    }

    @Test
    @Tag("ANT-02")
    void indicators_heard_from_the_registry_are_used_by_version_and_named_as_the_source() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("1000.00");
        var scheme = "zones-" + UUID.randomUUID();
        publish(scheme, 1, "4200");
        publish(scheme, 2, "2227");
        var request = "{\"scheme\":\"" + scheme
                + "\",\"year\":2016,\"criteria\":[{\"indicator\":\"POPULATION\",\"weightPercent\":\"100\"}]}";

        Eventually.that(() -> distribute(envelope, "?simulation=true", request)
                .statusCode(200)
                .body("indicators.version", equalTo(2))
                .body("parts[0].amount.amount", equalTo("500.00"))
                .body("distribution", nullValue()));
        Scene.read(scene.path("distributions")).body("items", hasSize(0));
    }

    @Test
    @Tag("SJM-09")
    void weights_that_do_not_add_to_a_hundred_are_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("1000.00");

        distribute(envelope, "", withCriteria("99.99"))
                .statusCode(422)
                .body("code", equalTo("weights-not-hundred"))
                .body("sum", equalTo("99.99"));
        distribute(envelope, "", withCriteria("100")).statusCode(201);
    }

    @Test
    void other_criteria_than_the_ordinance_s_are_only_tried() {
        var scene = Scene.under("villa-el-salvador-2001.v1");
        var envelope = twoMillion(scene);

        distribute(envelope, "", withCriteria("100")).statusCode(422).body("code", equalTo("formula-fixed"));
        distribute(envelope, "?simulation=true", withCriteria("100")).statusCode(200);
    }

    @Test
    void gaps_and_malformed_values_are_named_with_their_place() {
        var scene = Scene.under("villa-el-salvador-2001.v1");
        var envelope = twoMillion(scene);

        distribute(envelope, "", sections().replace("\"POPULATION\":\"45821\",", ""))
                .statusCode(422)
                .body("errors[0].code", equalTo("indicator-missing"))
                .body("errors[0].zone", equalTo("S1"));
        distribute(envelope, "", sections().replace("45821", "-1"))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/indicators/zones/0/values/POPULATION"));
    }

    @Test
    @Tag("POA-01")
    void an_ordinance_that_protects_the_poor_refuses_a_formula_that_gives_them_less_per_head() {
        var regulation = Scene.regulation("porto-alegre-model.v1");
        var scene = Scene.called(regulation);
        var envelope = scene.declareEnvelope("1000.00");
        var body = """
                {"indicators":{"source":"Censo","zones":[
                  {"zone":"RICH","name":"RICH","values":{"POPULATION":"1000","UNMET_BASIC_NEEDS":"10","POVERTY":"5"}},
                  {"zone":"POOR","name":"POOR","values":{"POPULATION":"1000","UNMET_BASIC_NEEDS":"9","POVERTY":"60"}}]},
                 "povertyIndicator":"POVERTY"}""";

        distribute(envelope, "", body)
                .statusCode(422)
                .body("code", equalTo("poorer-below-per-head"))
                .body("detail", containsString("RICH"));
    }

    private static void publish(String scheme, int version, String population) {
        var event = Examples.event("registry", "indicators-published");
        event.put("scheme", scheme).put("version", version);
        ((com.fasterxml.jackson.databind.node.ObjectNode) event.at("/values/0")).put("value", population);
        Events.publish("registry", "indicators-published", event);
    }

    private static String twoMillion(Scene scene) {
        return Scene.budgetOfficer()
                .body("""
                        {"fiscalYear":2005,"investmentBudget":%s,"lines":[{"line":"07","amount":%s}]}""".formatted(soles("5714285.71"), soles("2000000.00")))
                .post(scene.path("envelopes"))
                .then()
                .statusCode(201)
                .extract()
                .path("envelope");
    }

    private static ValidatableResponse distribute(String envelope, String query, String body) {
        return Scene.budgetOfficer()
                .body(body)
                .post("/v1/envelopes/" + envelope + "/distributions" + query)
                .then();
    }

    private static String withCriteria(String weight) {
        return "{\"indicators\":{\"source\":\"Padrón\",\"zones\":[" + zone("A", "3", "1", "1") + ","
                + zone("B", "4", "1", "1")
                + "]},\"criteria\":[{\"indicator\":\"POPULATION\",\"weightPercent\":\"" + weight + "\"}]}";
    }

    private static String sections() {
        return "{\"indicators\":{\"source\":\"Municipalidad de Villa El Salvador\",\"zones\":["
                + ZoneSharesTest.sections(5100).stream()
                        .map(zone -> zone(
                                zone.zone(),
                                zone.values().get("POPULATION").toPlainString(),
                                zone.values().get("UNMET_BASIC_NEEDS").toPlainString(),
                                zone.values().get("TAX_COMPLIANCE").toPlainString()))
                        .collect(Collectors.joining(","))
                + "]}}";
    }

    private static String zone(String code, String population, String needs, String payers) {
        return "{\"zone\":\"" + code + "\",\"name\":\"" + code + "\",\"values\":{\"POPULATION\":\"" + population
                + "\",\"UNMET_BASIC_NEEDS\":\"" + needs + "\",\"TAX_COMPLIANCE\":\"" + payers + "\"}}";
    }
}
