package pe.minka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.testkit.Tokens;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import static io.restassured.RestAssured.given;

/** A municipality under test, with its registrar: each test class takes one of its own. */
public final class Town {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger PEOPLE = new AtomicInteger(20_000_000);

    private final String entity;

    private Town(String entity) {
        this.entity = entity;
    }

    /** Loads the municipalities of Peru, once more or for the first time. */
    public static Town of(String entity) {
        if (given().get("/v1/entities/" + entity).statusCode() != 200) {
            followed(
                    given().auth()
                            .oauth2(Tokens.as("platform-admin").token())
                            .header("Idempotency-Key", "the-municipalities")
                            .queryParam("source", "built-in")
                            .post("/v1/imports/municipalities")
                            .then()
                            .statusCode(202)
                            .extract()
                            .header("Location"),
                    Tokens.as("platform-admin").token());
        }
        return new Town(entity);
    }

    public String entity() {
        return entity;
    }

    public String token() {
        return Tokens.as("registrar").entity(entity).token();
    }

    public RequestSpecification registrar() {
        return given().auth().oauth2(token()).contentType(ContentType.JSON);
    }

    /** A request that counts. */
    public RequestSpecification counted() {
        return registrar().header("Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Publishes a shipped regulation as this town's own, under a name of its own. */
    public String regulation(String file) {
        return regulation(file, document -> {});
    }

    public String regulation(String file, java.util.function.Consumer<ObjectNode> change) {
        var document = Ordinances.document(file);
        var identifier = "town-" + entity + "-" + UUID.randomUUID().toString().substring(0, 8);
        document.put("identifier", identifier);
        document.remove("version");
        change.accept(document);
        registrar()
                .header("If-None-Match", "*")
                .body(document.toString())
                .put("/v1/regulations/" + identifier)
                .then()
                .statusCode(201);
        return identifier;
    }

    public ValidatableResponse call(String regulation, int fiscalYear, Map<String, ?> more) {
        var body = JSON.createObjectNode();
        body.put("entity", entity)
                .put("fiscalYear", fiscalYear)
                .put("regulation", regulation)
                .put("calledOn", "2016-03-21");
        body.setAll((ObjectNode) JSON.valueToTree(more));
        return counted().body(body.toString()).post("/v1/processes").then();
    }

    public String process(String regulation, int fiscalYear) {
        return call(regulation, fiscalYear, Map.of()).statusCode(201).extract().path("process");
    }

    public String organisation(String process, String name, String kind) {
        return counted()
                .body(Map.of("name", name, "kind", kind))
                .post("/v1/processes/" + process + "/organisations")
                .then()
                .statusCode(201)
                .extract()
                .path("organisation");
    }

    /** A number that no other person of the tests has. */
    public static String document() {
        return String.valueOf(PEOPLE.incrementAndGet());
    }

    public ValidatableResponse accredit(String process, String organisation, String document, String sex) {
        return counted()
                .body(Map.of(
                        "role", "PRINCIPAL",
                        "organisation", organisation,
                        "documentKind", "DNI",
                        "documentNumber", document,
                        "names", "Persona de Prueba",
                        "sex", sex,
                        "language", "qu"))
                .post("/v1/processes/" + process + "/agents")
                .then();
    }

    public ValidatableResponse constitute(String process, String kind) {
        return counted()
                .body(Map.of(
                        "kind",
                        kind,
                        "act",
                        "Resolución de Alcaldía 031-2016",
                        "seats",
                        java.util.List.of(Map.of("post", "CHAIR", "name", "Jefe de Planeamiento y Presupuesto"))))
                .post("/v1/processes/" + process + "/bodies")
                .then()
                .statusCode(201);
    }

    public ValidatableResponse phase(String process, String phase, String act) {
        var etag = given().get("/v1/processes/" + process).header("ETag");
        return registrar()
                .header("If-Match", etag)
                .post("/v1/processes/" + process + "/phases/" + phase + "/" + act)
                .then();
    }

    /** The job of an import once it has ended. */
    public static JsonPath followed(String location, String token) {
        for (int i = 0; i < 600; i++) {
            var job = given().auth()
                    .oauth2(token)
                    .get(location)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            if (job.getString("endedAt") != null) {
                return job;
            }
            pause();
        }
        throw new AssertionError("the import did not end: " + location);
    }

    public JsonPath importRoll(String process, String csv, Map<String, ?> how) {
        var location = given().auth()
                .oauth2(token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .queryParams(how)
                .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/v1/processes/" + process + "/roll-imports")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        return followed(location, token());
    }

    public static JsonNode tree(String text) {
        try {
            return JSON.readTree(text);
        } catch (com.fasterxml.jackson.core.JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
