package pe.minka.allocation;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.allocation.Scene.soles;

/** One process from its envelope to a lawful change of an agreement. */
@QuarkusTest
@WithMinkaStack
class CycleIT {

    private static final UUID WATER = UUID.fromString("b5c9d3e7-1f40-4e81-96ca-405f6e7d8701");

    @Test
    @Tag("COY-05")
    @Tag("COY-31")
    @Tag("COY-62")
    void from_the_count_to_the_approved_portfolio_of_three_years() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        var round = scene.tallied();

        String selection = select(scene, round, envelope)
                .statusCode(201)
                .body("selected.proposal", contains(WATER.toString()))
                .body("selected[0].reason.code", equalTo("WITHIN_BUDGET"))
                .body("selected[0].reason.text.es", equalTo("Elegido en el puesto 1 con 214 votos."))
                .body("notSelected[0].reason.code", equalTo("OVER_BUDGET"))
                .body("notSelected[0].reason.text.qu", containsString("100000.00"))
                .body("notSelected[0].missing.amount", equalTo("100000.00"))
                .body("notSelected[0].reserve", equalTo(1))
                .extract()
                .path("selection");
        anyoneCanCountTheInputAgain(selection);

        String portfolio = portfolio(scene, selection, 2017, "40000.00", 2019, "440000.00")
                .statusCode(201)
                .body("horizon", contains(2017, 2018, 2019))
                .body("years.amount.amount", contains("40000.00", "0.00", "440000.00"))
                .extract()
                .path("portfolio");

        String act = sign(scene, portfolio)
                .statusCode(201)
                .body("signatories", equalTo(284))
                .body("agreements[0].schedule.year", contains(2017, 2019))
                .extract()
                .path("act");
        theSealIsThatOfTheDocument(act);
        Scene.read("/v1/envelopes/" + envelope)
                .body("reserved.amount", equalTo("480000.00"))
                .body("available.amount", equalTo("20000.00"));
        var signed = Events.await(
                "allocation",
                "agreements-act-signed",
                body -> body.path("act").asText().equals(act));
        assertThat(signed.body().at("/agreements/0/uniqueInvestmentCode").asText())
                .isEqualTo("2298765");

        approve(act, "ASSEMBLY", "2016-04-30").statusCode(201).body("complete", equalTo(false));
        approve(act, "COORDINATION_COUNCIL", "2016-05-10").statusCode(201).body("next", equalTo("COUNCIL"));
        approve(act, "COUNCIL", "2016-05-20")
                .statusCode(201)
                .body("complete", equalTo(true))
                .body("next", nullValue());
        Events.await(
                "allocation",
                "approval-recorded",
                body -> body.path("act").asText().equals(act)
                        && body.path("complete").asBoolean());
    }

    private static void anyoneCanCountTheInputAgain(String selection) {
        var input = given().get("/v1/selections/" + selection + "/input")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        var sha = Scene.read("/v1/selections/" + selection).extract().path("inputSha256");
        assertThat(Hashes.sha256Hex(input)).isEqualTo(sha);
        Scene.as("auditor")
                .contentType("text/plain")
                .body(input)
                .post("/v1/pabulib-counts?rule=greedy&ties=votes,cost,list")
                .then()
                .statusCode(200)
                .body("winners", contains(WATER.toString()));
    }

    private static void theSealIsThatOfTheDocument(String act) {
        var document = given().get("/v1/agreements-acts/" + act + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        String sha = Scene.read("/v1/agreements-acts/" + act).extract().path("sha256");
        assertThat(Hashes.sha256Hex(document)).isEqualTo(sha);
        assertThat(document).startsWith("{\"act\":").contains("\"count\":212");
    }

    @Test
    @Tag("NAT-12")
    @Tag("VES-55")
    void an_approval_out_of_order_names_the_one_that_is_missing() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var act = scene.signedAct("500000.00");

        approve(act, "COUNCIL", "2016-05-20")
                .statusCode(409)
                .body("code", equalTo("approval-out-of-order"))
                .body("missing", equalTo("ASSEMBLY"));
        approve(act, "ASSEMBLY", "2016-04-29").statusCode(422).body("code", equalTo("approval-dated-before"));
        approve(act, "ASSEMBLY", "2016-04-30").statusCode(201);
        approve(act, "ASSEMBLY", "2016-04-30").statusCode(409).body("code", equalTo("approval-already-recorded"));
        Scene.read("/v1/agreements-acts/" + act + "/approvals")
                .body("items.state", contains("GIVEN", "NEXT", "WAITING"))
                .body("items.law", hasItems("Ley 27972 art. 104"));
    }

    @Test
    @Tag("ANT-14")
    void a_change_needs_reason_law_and_act_is_public_and_cumulates_as_drift() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var act = scene.signedAct("500000.00");
        String agreement = Scene.read(scene.path("agreements")).extract().path("items[0].agreement");

        modify(agreement, "\"v0\"", "450000.00", "").statusCode(400).body("errors.pointer", hasItems("/law"));
        modify(agreement, null, "450000.00", "DU 001-2026 art. 7")
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        modify(agreement, "\"v7\"", "450000.00", "DU 001-2026 art. 7").statusCode(412);
        modify(agreement, etag(agreement), "450000.00", "DU 001-2026 art. 7").statusCode(201);
        modify(agreement, etag(agreement), "480000.00", "DU 001-2026 art. 7").statusCode(201);
        modify(agreement, etag(agreement), "500000.01", "DU 001-2026 art. 7")
                .statusCode(409)
                .body("code", equalTo("envelope-overdrawn"))
                .body("available", equalTo("20000.00"));

        Scene.read("/v1/agreements/" + agreement + "/modifications")
                .body("items", hasSize(2))
                .body("drift.moved.amount", equalTo("60000.00"))
                .body("drift.percent", equalTo("12.50"));
        Scene.read(scene.path("drift")).body("modifiedAgreements", equalTo(1));
        Events.await(
                "allocation",
                "modification-recorded",
                body -> body.path("agreement").asText().equals(agreement));
        Scene.read("/v1/agreements-acts/" + act).body("agreements[0].agreedAmount.amount", equalTo("480000.00"));
    }

    @Test
    @Tag("SJM-24")
    void money_that_is_agreed_is_taken_once_however_many_ask_for_it_at_the_same_time() throws Exception {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        var round = scene.tallied();
        String selection =
                select(scene, round, envelope).statusCode(201).extract().path("selection");
        var portfolios =
                List.of(programmed(scene, selection), programmed(scene, selection), programmed(scene, selection));
        var together = Executors.newFixedThreadPool(3);
        try {
            var answers = together.invokeAll(portfolios.stream()
                    .map(portfolio -> (java.util.concurrent.Callable<Integer>)
                            () -> sign(scene, portfolio).extract().statusCode())
                    .toList());
            int signed = 0;
            for (var answer : answers) {
                signed += answer.get() == 201 ? 1 : 0;
            }
            assertThat(signed).isEqualTo(1);
        } finally {
            together.shutdown();
        }
        Scene.read("/v1/envelopes/" + envelope).body("reserved.amount", equalTo("480000.00"));
        Scene.read(scene.path("agreements")).body("items", hasSize(1));
    }

    @Test
    void a_round_that_is_still_open_an_unknown_one_and_an_empty_envelope_are_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        var open = scene.opened();

        select(scene, open, envelope).statusCode(409).body("code", equalTo("round-not-tallied"));
        select(scene, UUID.randomUUID(), envelope).statusCode(404);
        select(scene, Scene.under("coyllurqui-2016.v1").tallied(), envelope).statusCode(404);
        Scene.read(scene.path("selections")).body("items", hasSize(0));
    }

    @Test
    @Tag("COY-62")
    void a_portfolio_outside_the_horizon_or_off_the_cost_is_refused_with_each_breach() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        String selection = select(scene, scene.tallied(), envelope)
                .statusCode(201)
                .extract()
                .path("selection");

        portfolio(scene, selection, 2016, "40000.00", 2020, "439999.99")
                .statusCode(422)
                .body("code", equalTo("portfolio-unsound"))
                .body("errors.code", contains("year-outside-horizon", "year-outside-horizon", "allocation-below-cost"))
                .body("errors[0].pointer", equalTo("/entries/0/year"));
    }

    @Test
    @Tag("VES-16")
    void an_envelope_that_was_shared_among_zones_is_agreed_on_only_with_all_of_them() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var envelope = scene.declareEnvelope("500000.00");
        Scene.budgetOfficer()
                .body("""
                        {"criteria":[{"indicator":"POPULATION","weightPercent":"100"}],
                         "indicators":{"source":"Padrón","zones":[
                           {"zone":"Z1","name":"Coyllurqui","values":{"POPULATION":"4200"}},
                           {"zone":"Z2","name":"Pfaco","values":{"POPULATION":"2227"}}]}}""")
                .post("/v1/envelopes/" + envelope + "/distributions")
                .then()
                .statusCode(201);
        String selection = select(scene, scene.tallied(), envelope)
                .statusCode(201)
                .extract()
                .path("selection");
        var portfolio = programmed(scene, selection);

        sign(scene, portfolio)
                .statusCode(422)
                .body("code", equalTo("zones-not-represented"))
                .body("absent", equalTo("Z1, Z2"));
        Scene.read("/v1/envelopes/" + envelope).body("reserved.amount", equalTo("0.00"));
        Scene.secretary()
                .body("""
                        {"portfolio":"%s","signedOn":"2016-04-30","attestedBy":"Juez de Paz","zones":["Z1","Z2"],
                         "signatories":[{"kind":"PEASANT_COMMUNITY","count":2}]}""".formatted(portfolio))
                .post(scene.path("agreements-acts"))
                .then()
                .statusCode(201);
    }

    @Test
    @Tag("VES-49")
    @Tag("COY-64")
    @Tag("COY-80")
    void reports_say_what_the_agreements_come_to() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var round = scene.tallied();
        var envelope = scene.declareEnvelope("500000.00");
        String selection =
                select(scene, round, envelope).statusCode(201).extract().path("selection");
        String portfolio = portfolio(scene, selection, 2017, "40000.00", 2018, "440000.00")
                .statusCode(201)
                .extract()
                .path("portfolio");
        sign(scene, portfolio).statusCode(201);

        Scene.read(scene.path("reports/agreements"))
                .statusCode(200)
                .body("total.amount", equalTo("480000.00"))
                .body("multiYearPercent", equalTo("100"));
        Scene.read(scene.path("reports/programme?round=" + round))
                .body("programme", equalTo(1))
                .body("validatedPercent", equalTo(100))
                .body("enteredProposals", contains(WATER.toString()));
    }

    @Test
    void the_same_key_gives_the_same_answer_and_another_body_is_refused() {
        var scene = Scene.under("coyllurqui-2016.v1");
        var key = UUID.randomUUID();
        var body = """
                {"fiscalYear":2017,"investmentBudget":%s,"lines":[{"line":"18","amount":%s}]}""".formatted(soles("10.00"), soles("10.00"));

        String first = declare(scene, key, body).statusCode(201).extract().path("envelope");
        declare(scene, key, body)
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("envelope", equalTo(first));
        declare(scene, key, body.replace("2017", "2018"))
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void events_that_come_twice_or_before_their_process_take_effect_once() {
        var early = UUID.randomUUID();
        var event = pe.minka.testkit.Examples.event("workshop", "round-tallied");
        var round = UUID.randomUUID();
        event.put("process", early.toString()).put("round", round.toString());
        var id = UUID.randomUUID();
        Events.publish(id, "workshop", "round-tallied", event);
        Events.publish(id, "workshop", "round-tallied", event);
        var scene = Scene.calledAs(early, Scene.regulation("coyllurqui-2016.v1"));
        var envelope = scene.declareEnvelope("500000.00");

        pe.minka.testkit.Eventually.that(() -> select(scene, round, envelope).statusCode(201));
        assertThat(Events.deadLetters("allocation").stream()
                        .filter(dead -> dead.key().equals(early.toString())))
                .isEmpty();
    }

    private static ValidatableResponse declare(Scene scene, UUID key, String body) {
        return given().auth()
                .oauth2(pe.minka.testkit.Tokens.as("budget-officer")
                        .entity(Scene.ENTITY)
                        .token())
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(scene.path("envelopes"))
                .then();
    }

    private static ValidatableResponse select(Scene scene, UUID round, String envelope) {
        return scene.select(round, envelope);
    }

    private static ValidatableResponse portfolio(
            Scene scene, String selection, int firstYear, String first, int secondYear, String second) {
        return Scene.budgetOfficer()
                .body("""
                        {"selection":"%s","entries":[
                          {"proposal":"%s","year":%d,"phase":"TECHNICAL_FILE","amount":%s},
                          {"proposal":"%s","year":%d,"phase":"WORKS","amount":%s}]}""".formatted(selection, WATER, firstYear, soles(first), WATER, secondYear, soles(second)))
                .post(scene.path("portfolios"))
                .then();
    }

    private static String programmed(Scene scene, String selection) {
        return scene.programmed(selection);
    }

    private static ValidatableResponse sign(Scene scene, String portfolio) {
        return scene.sign(portfolio);
    }

    private static ValidatableResponse approve(String act, String approval, String decidedOn) {
        return Scene.secretary()
                .body("{\"approval\":\"" + approval + "\",\"number\":\"Acta 1\",\"decidedOn\":\"" + decidedOn + "\"}")
                .post("/v1/agreements-acts/" + act + "/approvals")
                .then();
    }

    private static String etag(String agreement) {
        return Scene.read("/v1/agreements/" + agreement).extract().header("ETag");
    }

    private static ValidatableResponse modify(
            String agreement, @org.jspecify.annotations.Nullable String ifMatch, String amount, String law) {
        var request = Scene.secretary();
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.body("""
                        {"amountAfter":%s,"reason":"Menor transferencia de canon","law":"%s","act":"Acuerdo de Concejo 080-2016","decidedOn":"2016-09-14"}""".formatted(soles(amount), law))
                .post("/v1/agreements/" + agreement + "/modifications")
                .then();
    }
}
