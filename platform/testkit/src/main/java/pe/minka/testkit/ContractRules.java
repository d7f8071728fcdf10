package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What every operation of every contract says. */
final class ContractRules {

    private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VARIABLE = Pattern.compile("\\{[a-zA-Z]+}(\\.[a-z]+)?");
    private static final Pattern ROLE = Pattern.compile("[a-z-]+@(own|any|public|service)");
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private ContractRules() {}

    static List<String> violations(JsonNode contract) {
        var found = new ArrayList<String>();
        if (!contract.path("openapi").asText().startsWith("3.1")) {
            found.add("it is no OpenAPI 3.1 document");
        }
        for (String member : List.of("title", "description", "version")) {
            if (contract.path("info").path(member).asText().isBlank()) {
                found.add("info without " + member);
            }
        }
        found.addAll(emptySchemas(contract));
        Map<String, String> ids = new HashMap<>();
        Contracts.eachOperation(contract, (route, operation) -> {
            checkWords(route, operation, found);
            checkPath(route, found);
            checkAccess(route, operation, found);
            checkExamples(route, operation, found);
            var other = ids.put(operation.path("operationId").asText(), route);
            if (other != null) {
                found.add(route + ": has the operationId of " + other);
            }
        });
        return found;
    }

    /** Schemas that refer to themselves only, or to nothing. */
    static List<String> emptySchemas(JsonNode contract) {
        var found = new ArrayList<String>();
        contract.at("/components/schemas").properties().forEach(schema -> {
            if (schema.getValue().path("$ref").asText().equals("#/components/schemas/" + schema.getKey())) {
                found.add("schema " + schema.getKey()
                        + " refers to itself: say \"name\" in its mp.openapi.schema, or use another class name");
            }
        });
        contract.findValuesAsText("$ref").stream()
                .distinct()
                .filter(reference -> reference.startsWith("#/")
                        && contract.at(reference.substring(1)).isMissingNode())
                .forEach(reference -> found.add("nothing is at " + reference));
        return found;
    }

    private static void checkWords(String route, ObjectNode operation, List<String> found) {
        for (String member : List.of("operationId", "summary", "description")) {
            if (operation.path(member).asText().isBlank()) {
                found.add(route + ": no " + member);
            }
        }
        if (operation.path("tags").isEmpty()) {
            found.add(route + ": no tag");
        }
        operation.path("responses").properties().forEach(response -> {
            if (response.getValue().path("content").isObject()
                    && response.getValue().path("content").isEmpty()) {
                found.add(route + ": the content of " + response.getKey()
                        + " names no media type: is @Produces missing?");
            }
            if (!response.getValue().has("$ref")
                    && response.getValue().path("description").asText().isBlank()) {
                found.add(route + ": no description of " + response.getKey());
            }
        });
    }

    private static void checkPath(String route, List<String> found) {
        var path = route.substring(route.indexOf(' ') + 1);
        var segments = path.substring(1).split("/", -1);
        for (String segment : segments) {
            var word = segment.contains(".") && !segment.startsWith("{")
                    ? segment.substring(0, segment.indexOf('.'))
                    : segment;
            if (!KEBAB.matcher(word).matches() && !VARIABLE.matcher(segment).matches()) {
                found.add(route + ": \"" + segment + "\" is not in kebab-case");
            }
        }
    }

    private static void checkAccess(String route, ObjectNode operation, List<String> found) {
        var roles = operation.path("x-roles");
        if (roles.isEmpty()) {
            found.add(route + ": no x-roles");
        }
        roles.forEach(role -> {
            if (!ROLE.matcher(role.asText()).matches()) {
                found.add(route + ": \"" + role.asText() + "\" is not role@scope: is @Scope missing?");
            }
        });
        if (CHANGING.contains(route.substring(0, route.indexOf(' ')))
                && roles.toString().contains("anyone@public")) {
            found.add(route + ": anyone may change it");
        }
        if (!operation.path("responses").has("default")) {
            found.add(route + ": says nothing of other problems");
        }
    }

    private static void checkExamples(String route, ObjectNode operation, List<String> found) {
        ContractExamples.eachJson(route, operation, (where, media) -> {
            if (ContractExamples.of(media).isEmpty()) {
                found.add(where + ": no example");
            }
            if (!media.has("schema")) {
                found.add(where + ": no schema");
            }
        });
        ContractExamples.eachProblem(route, operation, (where, media) -> {
            if (ContractExamples.of(media).isEmpty() && !isPage(operation)) {
                found.add(where + ": no example: does its description name a code of the catalogue between backticks?");
            }
        });
    }

    /** What people read in a browser refuses with a page too. */
    private static boolean isPage(ObjectNode operation) {
        return operation.at("/responses/200/content").properties().stream()
                .anyMatch(content -> content.getKey().startsWith("text/html"));
    }
}
