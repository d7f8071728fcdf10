package pe.minka.execution;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.path.json.JsonPath;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** A process of its own, as the other services would tell it: called, its agents accredited, its act approved. */
final class Coyllurqui {

    static final String ENTITY = "300305";
    private static final ObjectMapper JSON = new ObjectMapper();

    final String process = UUID.randomUUID().toString();
    final String act = UUID.randomUUID().toString();
    final String agreement = UUID.randomUUID().toString();
    final List<String> women = new ArrayList<>();
    final List<String> men = new ArrayList<>();
    private final String ordinance;

    private Coyllurqui(String ordinance) {
        this.ordinance = ordinance;
    }

    /** Under the ordinance of Coyllurqui 2016, or another one of {@code docs/regulations}. */
    static Coyllurqui under(String ordinance) {
        return new Coyllurqui(ordinance);
    }

    /** Called, with six women and six men accredited, heard by the service. */
    Coyllurqui called() {
        return called(document -> {});
    }

    Coyllurqui called(Consumer<ObjectNode> amendment) {
        var event = Examples.event("registry", "process-called").put("process", process);
        var document = regulation(ordinance);
        amendment.accept(document);
        ((ObjectNode) event.get("regulation")).set("document", document);
        Events.publish("registry", "process-called", event);
        for (int i = 0; i < 6; i++) {
            women.add(accredit("FEMALE", "Z" + (i % 3)));
            men.add(accredit("MALE", "Z" + (i % 3)));
        }
        return this;
    }

    String accredit(String sex, String zone) {
        var agent = UUID.randomUUID().toString();
        Events.publish(
                "registry",
                "agent-accredited",
                Examples.event("registry", "agent-accredited")
                        .put("process", process)
                        .put("agent", agent)
                        .put("sex", sex)
                        .put("zone", zone));
        return agent;
    }

    Coyllurqui signed(String amount) {
        var event = Examples.event("allocation", "agreements-act-signed")
                .put("process", process)
                .put("act", act);
        var line = (ObjectNode) event.get("agreements").get(0);
        line.put("agreement", agreement);
        ((ObjectNode) line.get("amount")).put("amount", amount);
        Events.publish("allocation", "agreements-act-signed", event);
        return this;
    }

    Coyllurqui approved() {
        Events.publish(
                "allocation",
                "approval-recorded",
                Examples.event("allocation", "approval-recorded")
                        .put("process", process)
                        .put("act", act)
                        .put("complete", true));
        return this;
    }

    /** The id of its one work, once it is open and the process is known. */
    String project() {
        Eventually.that(() ->
                given().get("/v1/processes/" + process + "/committees").then().statusCode(200));
        return Eventually.value(() -> given().get("/v1/processes/" + process + "/projects")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0].project"));
    }

    /** A management committee of two women and two men, or refusals of those who are not yet heard of. */
    void managed(String project) {
        Eventually.that(() -> constitute("MANAGEMENT", project, management()).statusCode(201));
    }

    List<Map<String, String>> management() {
        return List.of(
                member(women.get(0), "PRESIDENT"),
                member(men.get(0), "VICE_PRESIDENT"),
                member(women.get(1), "BOARD_MEMBER"),
                member(men.get(1), "FISCAL"));
    }

    ValidatableResponse constitute(String kind, String project, List<Map<String, String>> members) {
        var body = JSON.createObjectNode().put("kind", kind).put("act", "Acta de elección 2016-05-28");
        body.put("constitutedOn", "2016-05-28");
        if (project != null) {
            body.put("project", project);
        }
        body.set("members", JSON.valueToTree(members));
        return officer("council-secretary")
                .body(body.toString())
                .post("/v1/processes/" + process + "/committees")
                .then();
    }

    static Map<String, String> member(String agent, String post) {
        return Map.of("agent", agent, "post", post);
    }

    void cooperating(String project) {
        officer()
                .body("""
                        {"signedOn":"2016-06-05","document":"Convenio 012-2016",\
                        "parties":["COMMUNITY","COMMITTEE","MUNICIPALITY"]}""")
                .post("/v1/projects/" + project + "/cooperation-agreements")
                .then()
                .statusCode(201);
    }

    /** Committee, agreement of cooperation, works begun. */
    String startedProject() {
        var project = project();
        managed(project);
        cooperating(project);
        start(project, etag(project)).statusCode(200).body("state", equalTo("STARTED"));
        return project;
    }

    static ValidatableResponse start(String project, String ifMatch) {
        var request = officer().body("{\"startedOn\":\"2016-06-10\",\"plannedEnd\":\"2016-12-15\"}");
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post("/v1/projects/" + project + "/start").then();
    }

    static String etag(String project) {
        return given().get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    static JsonPath read(String project) {
        return given().get("/v1/projects/" + project)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static ValidatableResponse spend(String project, String phase, String amount) {
        return spend(project, phase, amount, UUID.randomUUID().toString());
    }

    static ValidatableResponse spend(String project, String phase, String amount, String key) {
        return officer()
                .header("Idempotency-Key", key)
                .body(expenditure(phase, amount))
                .post("/v1/projects/" + project + "/expenditures")
                .then();
    }

    static String expenditure(String phase, String amount) {
        return """
                {"phase":"%s","amount":{"amount":"%s","currency":"PEN"},"line":"18","document":"Factura F001-00231",\
                "spentOn":"2016-07-15","payee":"20131312955"}""".formatted(phase, amount);
    }

    static void spendThroughAllPhases(String project, String amount) {
        for (String phase : List.of("CERTIFIED", "COMMITTED", "ACCRUED", "DISBURSED")) {
            spend(project, phase, amount).statusCode(201);
        }
    }

    static ValidatableResponse contribute(String project, String kind, String value) {
        return officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"kind":"%s","quantity":"120.50","unit":"person-day",\
                        "value":{"amount":"%s","currency":"PEN"},"deliveredOn":"2016-07-20"}""".formatted(kind, value))
                .post("/v1/projects/" + project + "/contributions")
                .then();
    }

    static ValidatableResponse settle(String project, String on) {
        return officer()
                .body("{\"settledOn\":\"" + on + "\",\"document\":\"Resolución 088-2017\"}")
                .post("/v1/projects/" + project + "/settlement")
                .then();
    }

    static ValidatableResponse close(String project) {
        return officer()
                .body("{\"closedOn\":\"2017-07-10\"}")
                .post("/v1/projects/" + project + "/closure")
                .then();
    }

    static RequestSpecification officer() {
        return officer("execution-officer");
    }

    static RequestSpecification officer(String role) {
        return given().auth().oauth2(Tokens.as(role).entity(ENTITY).token()).contentType("application/json");
    }

    private static ObjectNode regulation(String name) {
        try {
            return (ObjectNode)
                    JSON.readTree(Files.readString(Project.root().resolve("docs/regulations/" + name + ".json")));
        } catch (IOException absent) {
            throw new UncheckedIOException(absent);
        }
    }
}
