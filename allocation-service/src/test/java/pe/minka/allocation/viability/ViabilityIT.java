package pe.minka.allocation.viability;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class ViabilityIT {

    private static final String WATER = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8701";
    private static final String BRIDGE = "b5c9d3e7-1f40-4e81-96ca-405f6e7d8702";
    private static final String APPEAL = ",\"appeal\":{\"to\":\"Dirección General\",\"until\":\"2003-10-23\"}";

    @Test
    @Tag("NAT-13")
    void the_ministry_answers_project_by_project_and_what_is_not_viable_goes_back() {
        var scene = Scene.under("national-2003.v1");
        String request = Scene.budgetOfficer()
                .body("""
                        {"addressee":"MEF","document":"Oficio 44","sentOn":"2003-09-15","projects":[
                          {"proposal":"%s","title":"Agua"},{"proposal":"%s","title":"Puente"}]}""".formatted(WATER, BRIDGE))
                .post(scene.path("viability-requests"))
                .then()
                .statusCode(201)
                .body("sent", equalTo(2))
                .extract()
                .path("viabilityRequest");

        answer(request, WATER, "VIABLE", "2003-10-01", "").statusCode(200).body("answered", equalTo(1));
        answer(request, WATER, "VIABLE", "2003-10-01", "").statusCode(409);
        answer(request, BRIDGE, "NOT_VIABLE", "2003-10-02", APPEAL)
                .statusCode(422)
                .body("errors.pointer", contains("/rule", "/explanation"));
        answer(request, BRIDGE, "NOT_VIABLE", "2003-09-14", rule() + APPEAL).statusCode(422);
        answer(request, BRIDGE, "OBSERVED", "2003-09-20", rule())
                .statusCode(200)
                .body("returned", equalTo(0));
        answer(request, BRIDGE, "NOT_VIABLE", "2003-10-02", rule())
                .statusCode(422)
                .body("code", equalTo("appeal-missing"));
        answer(request, BRIDGE, "NOT_VIABLE", "2003-10-02", rule() + APPEAL)
                .statusCode(200)
                .body("projects.answer", contains("VIABLE", "NOT_VIABLE"))
                .body("projects.returnedTo", contains(nullValue(), equalTo("Equipo técnico")));
        Scene.read(scene.path("technical-refusals"))
                .body("items", hasSize(1))
                .body("items[0].author", equalTo("MEF"))
                .body("items[0].rule", equalTo("Ley 27293 art. 6"));
    }

    @Test
    @Tag("OCO-37")
    void a_technical_refusal_shows_its_rule_its_author_and_the_way_to_appeal() {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        ((ObjectNode) regulation.get("proposals"))
                .putObject("appeal")
                .put("to", "Gerencia municipal")
                .put("days", 15)
                .put("law", "TUO Ley 27444 art. 218");
        var scene = Scene.called(regulation);
        String refusal = Scene.as("evaluator")
                .body("""
                        {"proposal":"%s","title":"Puente","rule":"DS 284-2018-EF art. 16","explanation":"El terreno no está saneado.",
                         "author":"Unidad formuladora","document":"Informe 31","decidedOn":"2020-02-10"}""".formatted(BRIDGE))
                .post(scene.path("technical-refusals"))
                .then()
                .statusCode(201)
                .body("rule", equalTo("DS 284-2018-EF art. 16"))
                .body("author", equalTo("Unidad formuladora"))
                .body("appealTo", equalTo("Gerencia municipal"))
                .body("appealUntil", equalTo("2020-02-25"))
                .body("stands", equalTo(true))
                .extract()
                .path("refusal");

        appeal(refusal, "2020-02-26")
                .statusCode(422)
                .body("code", equalTo("appeal-out-of-time"))
                .body("law", equalTo("TUO Ley 27444 art. 218"));
        decide(refusal).statusCode(409).body("code", equalTo("nothing-appealed"));
        appeal(refusal, "2020-02-25").statusCode(201).body("stands", equalTo(true));
        appeal(refusal, "2020-02-25").statusCode(409);
        decide(refusal).statusCode(200).body("stands", equalTo(false)).body("appeal.outcome", equalTo("REVOKED"));
        decide(refusal).statusCode(409).body("code", equalTo("appeal-already-decided"));
    }

    private static ValidatableResponse appeal(String refusal, String day) {
        return Scene.as("facilitator")
                .body("{\"document\":\"Expediente 77\",\"grounds\":\"Es comunal\",\"filedOn\":\"" + day + "\"}")
                .post("/v1/technical-refusals/" + refusal + "/appeal")
                .then();
    }

    private static ValidatableResponse decide(String refusal) {
        return Scene.secretary()
                .body("{\"outcome\":\"REVOKED\",\"decision\":\"Resolución 12\",\"decidedOn\":\"2020-03-05\"}")
                .post("/v1/technical-refusals/" + refusal + "/appeal/decision")
                .then();
    }

    private static String rule() {
        return ",\"rule\":\"Ley 27293 art. 6\",\"explanation\":\"No identifica el problema.\"";
    }

    private static ValidatableResponse answer(String request, String proposal, String answer, String day, String more) {
        return Scene.as("evaluator")
                .body("{\"proposal\":\"" + proposal + "\",\"answer\":\"" + answer
                        + "\",\"document\":\"Informe 9\",\"answeredOn\":\"" + day + "\"" + more + "}")
                .post("/v1/viability-requests/" + request + "/answers")
                .then();
    }
}
