package pe.minka.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Puts what no database keeps (U+0000, half a pair, a day of the year 999,999,999) into each text that the contract's
 * examples show, and into each parameter, and holds the service to refusing it as the caller's mistake. A service
 * extends it with {@code @QuarkusTest @WithMinkaStack}.
 */
public abstract class KeptTextsIT {

    private static final String ENTITY = "300305";
    private static final String FAR_YEAR = "+999999999";
    private static final Pattern PLACE = Pattern.compile("\\{[^}]+}");
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}.*");
    private static final String TOKEN = Tokens.as(
                    "registrar",
                    "facilitator",
                    "evaluator",
                    "budget-officer",
                    "council-secretary",
                    "execution-officer",
                    "warehouse-keeper",
                    "committee-member",
                    "vigilance-member",
                    "polling-officer",
                    "participant",
                    "auditor",
                    "regional-reader",
                    "entity-admin",
                    "platform-admin",
                    "service")
            .entity(ENTITY)
            .token();

    private final List<String> taken = new ArrayList<>();
    private int asked;

    /** Operations whose body is a document with a schema of its own, which judges the days in it. */
    protected Set<String> takenAsATree() {
        return Set.of();
    }

    /** Operations that answer for each item of a batch by itself, and refuse no batch for one of them. */
    protected Set<String> judgedItemByItem() {
        return Set.of();
    }

    @Test
    void no_text_of_a_body_is_taken_with_what_could_not_be_kept() {
        Contracts.eachOperation(contract(), (route, operation) -> {
            if (judgedItemByItem().contains(route)) {
                return;
            }
            for (JsonNode media : operation.path("requestBody").path("content")) {
                ContractExamples.of(media).stream()
                        .filter(JsonNode::isContainerNode)
                        .flatMap(example -> spoilt(example).stream())
                        .filter(body -> !takenAsATree().contains(route)
                                || !body.toString().contains(FAR_YEAR))
                        .forEach(body -> refuses(route, body));
            }
        });

        assertThat(asked).isPositive();
        assertThat(taken).as("bodies that were not refused").isEmpty();
    }

    @Test
    void no_parameter_is_taken_with_what_could_not_be_kept() {
        Contracts.eachOperation(contract(), (route, operation) -> {
            var method = route.substring(0, route.indexOf(' '));
            var path = route.substring(route.indexOf(' ') + 1);
            if (PLACE.matcher(path).find()) {
                expectRefusal(method, PLACE.matcher(path).replaceAll("%00"), null);
            }
            for (JsonNode parameter : operation.path("parameters")) {
                if ("query".equals(parameter.path("in").asText())) {
                    var address =
                            PLACE.matcher(path).replaceAll(UUID.randomUUID().toString()) + "?"
                                    + parameter.path("name").asText();
                    expectRefusal(method, address + "=a%00b", null);
                    expectRefusal(method, address + "=%2B999999999-01-01", null);
                }
            }
        });

        assertThat(asked).isPositive();
        assertThat(taken).as("addresses that were not refused").isEmpty();
    }

    /** A place in the path takes an id, a code or a number: whichever lets the service read on to the body. */
    private void refuses(String route, JsonNode body) {
        var method = route.substring(0, route.indexOf(' '));
        var path = PLACE.matcher(route.substring(route.indexOf(' ') + 1));
        asked++;
        var answers = new ArrayList<Integer>();
        for (String place : List.of(UUID.randomUUID().toString(), ENTITY, "1")) {
            int status = status(method, path.replaceAll(place), body);
            if (status == 400) {
                return;
            }
            answers.add(status);
        }
        taken.add(route + " " + answers + " " + body);
    }

    private void expectRefusal(String method, String address, @Nullable JsonNode body) {
        asked++;
        int status = status(method, address, body);
        if (status != 400) {
            taken.add(method + " " + address + " " + status);
        }
    }

    private static int status(String method, String address, @Nullable JsonNode body) {
        RequestSpecification request = RestAssured.given()
                .urlEncodingEnabled(false)
                .auth()
                .oauth2(TOKEN)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"0\"");
        if (body != null) {
            request = request.contentType(ContentType.JSON).body(escaped(body));
        }
        return request.request(method, address).statusCode();
    }

    /** In ASCII, since half a pair has no bytes of its own. */
    private static String escaped(JsonNode body) {
        try {
            return Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The same document again and again, each time with one text spoilt. */
    private static List<JsonNode> spoilt(JsonNode example) {
        var spoilt = new ArrayList<JsonNode>();
        if (example instanceof ObjectNode object) {
            object.properties()
                    .forEach(member -> variants(member.getValue()).forEach(other -> {
                        var copy = object.deepCopy();
                        copy.set(member.getKey(), other);
                        spoilt.add(copy);
                    }));
        } else if (example instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                for (JsonNode other : variants(list.get(i))) {
                    var copy = list.deepCopy();
                    copy.set(i, other);
                    spoilt.add(copy);
                }
            }
        }
        return spoilt;
    }

    private static List<JsonNode> variants(JsonNode value) {
        if (!value.isTextual()) {
            return spoilt(value);
        }
        var text = value.textValue();
        if (TIME.matcher(text).matches()) {
            return List.of(TextNode.valueOf(FAR_YEAR + text.substring(4)));
        }
        // inside: around a word of a list Jackson passes over what is no letter
        int inside = Math.min(1, text.length());
        return List.of(
                TextNode.valueOf(text.substring(0, inside) + "\u0000" + text.substring(inside)),
                TextNode.valueOf(text.substring(0, inside) + "\ud83d" + text.substring(inside)));
    }

    private static JsonNode contract() {
        return Json.read(RestAssured.given().get("/q/openapi?format=json").asString());
    }
}
