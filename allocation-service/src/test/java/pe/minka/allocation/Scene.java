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

    private final UUID process = UUID.randomUUID();

    private Scene() {}

    /** A process under one of the regulations of {@code docs/regulations}, heard of by this service. */
    public static Scene under(String regulationFile) {
        return called(regulation(regulationFile));
    }

    /** A process under a regulation of its own. */
    public static Scene called(ObjectNode regulation) {
        var scene = new Scene();
        var event = Examples.event("registry", "process-called");
        event.put("process", scene.process.toString());
        ((ObjectNode) event.get("regulation")).set("document", regulation);
        Events.publish("registry", "process-called", event);
        Eventually.that(() -> given().get("/v1/processes/" + scene.process + "/envelopes")
                .then()
                .statusCode(200));
        return scene;
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

    public static String soles(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"PEN\"}";
    }
}
