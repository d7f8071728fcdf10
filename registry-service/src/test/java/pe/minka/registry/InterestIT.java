package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithMinkaStack
class InterestIT {

    private Town town;
    private String process;

    @BeforeEach
    void process() {
        town = Town.of("300300");
    }

    @Test
    @Tag("LIM-25")
    void who_is_bound_to_an_official_declares_it_and_judges_nothing_in_whatever_capacity_it_was_declared() {
        process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var proposal = UUID.randomUUID();
        var clean = Town.document();
        var godson = Town.document();
        var supplier = Town.document();
        var proposer = Town.document();
        var silent = evaluator(Town.document());
        var ids = List.of(evaluator(clean), evaluator(godson), evaluator(supplier), evaluator(proposer));

        panel(UUID.randomUUID(), silent).statusCode(422).body("errors.code", contains("evaluator-not-declared"));
        declare(clean, "EVALUATOR", null, List.of()).body("mayEvaluate", equalTo(true));
        declare(godson, "EVALUATOR", null, List.of(Map.of("kind", "GODPARENT", "official", "Alcalde")))
                .body("mayEvaluate", equalTo(false));
        declare(supplier, "EVALUATOR", null, List.of()).body("mayEvaluate", equalTo(true));
        declare(supplier, "SUPPLIER", null, List.of()).body("mayEvaluate", equalTo(false));
        declare(proposer, "EVALUATOR", null, List.of());
        declare(proposer, "PROPOSER", proposal, List.of()).body("mayEvaluate", equalTo(true));

        panel(proposal, ids.toArray(String[]::new))
                .statusCode(422)
                .body("code", equalTo("panel-against-regulation"))
                .body(
                        "errors.code",
                        contains("evaluator-bound-to-official", "evaluator-supplies", "evaluator-proposed-it"))
                .body("errors.pointer", contains("/evaluators/1", "/evaluators/2", "/evaluators/3"));
        panel(UUID.randomUUID(), ids.get(0), ids.get(3)).statusCode(201);

        check(godson, "SUPPLIER").body("declared", equalTo(false)).body("because", equalTo("BOUND_TO_OFFICIAL"));
        given().get("/v1/processes/" + process + "/interest-declarations")
                .then()
                .statusCode(200)
                .body("items.find { it.capacity == 'EVALUATOR' }.boundToOfficials", equalTo(1))
                .body("items.find { it.capacity == 'EVALUATOR' }.declared", equalTo(4));
    }

    @Test
    @Tag("OCO-42")
    void a_proposal_needs_two_opinions_and_everyone_sees_the_post_and_the_declaration_of_each_evaluator() {
        process = town.process(
                town.regulation(
                        "ocongate-2020.v1",
                        document -> document.<com.fasterxml.jackson.databind.node.ObjectNode>without("ordinance")
                                .put("effectiveFrom", "2016-01-01")
                                .putObject("call")
                                .putArray("requires")),
                2032);
        var first = Town.document();
        var second = Town.document();
        var one = evaluator(first);
        var other = evaluator(second);
        declare(first, "EVALUATOR", null, List.of());
        declare(second, "EVALUATOR", null, List.of());
        var proposal = UUID.randomUUID();

        panel(proposal, one)
                .statusCode(422)
                .body("errors.code", contains("too-few-evaluators"))
                .body("errors.detail", contains(containsString("2")));
        panel(proposal, one, one).statusCode(422).body("errors.code", contains("evaluator-twice"));
        panel(proposal, one, other).statusCode(201).body("opinionsNeeded", equalTo(2));
        panel(proposal, one, other).statusCode(409);

        given().get("/v1/processes/" + process + "/evaluators")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.post", contains("Ingeniero evaluador", "Ingeniero evaluador"))
                .body("items.engagement", contains("TRUST", "TRUST"))
                .body("items.declaredOn", contains("2016-03-22", "2016-03-22"))
                .body("items.mayEvaluate", contains(true, true))
                .body("items", not(hasItem(hasKey("names"))))
                .body("panels[0].evaluators", containsInAnyOrder(one, other));
        var named = Events.await(
                "registry",
                "evaluation-panel-named",
                body -> body.path("proposal").asText().equals(proposal.toString()));
        assertThat(named.body().path("members")).hasSize(2);
    }

    private String evaluator(String document) {
        return town.counted()
                .body(Map.of(
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        document,
                        "names",
                        "Evaluador de Prueba",
                        "account",
                        UUID.randomUUID().toString(),
                        "post",
                        "Ingeniero evaluador",
                        "unit",
                        "Unidad Formuladora",
                        "engagement",
                        "TRUST",
                        "act",
                        "Resolución de Alcaldía 040-2020"))
                .post("/v1/processes/" + process + "/evaluators")
                .then()
                .statusCode(201)
                .body("mayEvaluate", equalTo(false))
                .body("because", equalTo("NOT_DECLARED"))
                .extract()
                .path("evaluator");
    }

    private ValidatableResponse declare(String document, String capacity, UUID about, List<?> ties) {
        var body = new HashMap<String, Object>(Map.of(
                "documentKind",
                "DNI",
                "documentNumber",
                document,
                "names",
                "Evaluador de Prueba",
                "capacity",
                capacity,
                "ties",
                ties,
                "declaredOn",
                "2016-03-22"));
        if (about != null) {
            body.put("about", about);
        }
        return town.counted()
                .body(body)
                .post("/v1/processes/" + process + "/interest-declarations")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse check(String document, String capacity) {
        return town.counted()
                .body(Map.of("documentKind", "DNI", "documentNumber", document, "capacity", capacity))
                .post("/v1/processes/" + process + "/interest-declarations/checks")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse panel(UUID proposal, String... evaluators) {
        return town.counted()
                .body(Map.of("proposal", proposal, "evaluators", List.of(evaluators)))
                .post("/v1/processes/" + process + "/evaluators/panels")
                .then();
    }
}
