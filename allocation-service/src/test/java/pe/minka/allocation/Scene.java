package pe.minka.allocation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.Project;
import pe.minka.testkit.Tokens;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.UUID;

import static io.restassured.RestAssured.given;

/** A process of one entity as the registry called it, and the people who act in it. */
public final class Scene {

    public static final String ENTITY = "300305";

    private static final com.fasterxml.jackson.databind.ObjectMapper JSON =
            new com.fasterxml.jackson.databind.ObjectMapper();

    private final UUID process;

    private Scene(UUID process) {
        this.process = process;
    }

    /** A process under one of the regulations of {@code docs/regulations}, heard of by this service. */
    public static Scene under(String regulationFile) {
        return called(regulation(regulationFile));
    }

    /** A process under a regulation of its own. */
    public static Scene called(ObjectNode regulation) {
        return calledAs(UUID.randomUUID(), regulation);
    }

    public static Scene calledAs(UUID process, ObjectNode regulation) {
        var event = Examples.event("registry", "process-called");
        event.put("process", process.toString());
        ((ObjectNode) event.get("regulation")).set("document", regulation);
        Events.publish("registry", "process-called", event);
        Eventually.that(() ->
                given().get("/v1/processes/" + process + "/envelopes").then().statusCode(200));
        return new Scene(process);
    }

    public static ObjectNode regulation(String file) {
        try {
            return (ObjectNode) JSON.readTree(
                    Files.readString(Project.root().resolve("docs/regulations").resolve(file + ".json")));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }

    public UUID process() {
        return process;
    }

    public String path(String collection) {
        return "/v1/processes/" + process + "/" + collection;
    }

    public static RequestSpecification budgetOfficer() {
        return as("budget-officer");
    }

    public static RequestSpecification secretary() {
        return as("council-secretary");
    }

    public static RequestSpecification as(String role) {
        return as(role, ENTITY);
    }

    public static RequestSpecification as(String role, String entity) {
        return given().auth()
                .oauth2(Tokens.as(role).entity(entity).token())
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID());
    }

    /** Without a token, as any citizen reads. */
    public static ValidatableResponse read(String path) {
        return given().get(path).then();
    }

    /** Declares the only envelope, on one line. */
    public String declareEnvelope(String amount) {
        return budgetOfficer()
                .body("""
                        {"fiscalYear":2017,"investmentBudget":%s,"lines":[{"line":"18","amount":%s}],"sharePercent":"100"}""".formatted(soles(amount), soles(amount)))
                .post(path("envelopes"))
                .then()
                .statusCode(201)
                .extract()
                .path("envelope");
    }

    /** A round of two projects, the water system with 214 votes and the bridge with 97, heard of and counted. */
    public UUID tallied() {
        return tallied(Examples.event("workshop", "round-tallied"));
    }

    /** A round with tallies of its own. */
    public UUID tallied(ObjectNode event) {
        var round = UUID.randomUUID();
        event.put("process", process.toString()).put("round", round.toString());
        Events.publish("workshop", "round-tallied", event);
        awaitRound(round);
        return round;
    }

    /** A round that people still vote in. */
    public UUID opened() {
        var round = UUID.randomUUID();
        var event = Examples.event("workshop", "round-opened");
        event.put("process", process.toString()).put("round", round.toString());
        Events.publish("workshop", "round-opened", event);
        awaitRound(round);
        return round;
    }

    /** Ballots that do not match are refused with 422 once a tally is known, and with 409 while only the round is. */
    private static void awaitRound(UUID round) {
        Eventually.that(() -> budgetOfficer()
                .contentType("text/plain")
                .body("META")
                .put("/v1/rounds/" + round + "/ballots")
                .then()
                .statusCode(org.hamcrest.Matchers.not(404)));
    }

    public ValidatableResponse select(UUID round, String envelope) {
        return budgetOfficer()
                .body("{\"round\":\"" + round + "\",\"envelope\":\"" + envelope + "\"}")
                .post(path("selections"))
                .then();
    }

    /** A portfolio that carries all out in the first year. */
    public String programmed(String selection) {
        return budgetOfficer()
                .body("{\"selection\":\"" + selection + "\"}")
                .post(path("portfolios"))
                .then()
                .statusCode(201)
                .extract()
                .path("portfolio");
    }

    public ValidatableResponse sign(String portfolio) {
        return secretary()
                .body("""
                        {"portfolio":"%s","signedOn":"2016-04-30","attestedBy":"Juez de Paz de Coyllurqui",
                         "signatories":[{"kind":"PEASANT_COMMUNITY","count":212},{"kind":"WOMEN_ORGANISATION","count":72}]}""".formatted(portfolio))
                .post(path("agreements-acts"))
                .then();
    }

    /** An act over the whole of a selection from an envelope of its own. */
    public String signedAct(String envelopeAmount) {
        var envelope = declareEnvelope(envelopeAmount);
        String selection = select(tallied(), envelope).statusCode(201).extract().path("selection");
        return sign(programmed(selection)).statusCode(201).extract().path("act");
    }

    public static String soles(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"PEN\"}";
    }
}
