package pe.minka.testkit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;

/** OpenAPI documents as trees. */
final class Contracts {

    static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final ObjectMapper YAML = new ObjectMapper(YAMLFactory.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build());

    private Contracts() {}

    static JsonNode read(String yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (JsonProcessingException malformed) {
            throw new AssertionError("not YAML", malformed);
        }
    }

    static String yaml(JsonNode contract) {
        var ordered = Json.MAPPER.createObjectNode();
        for (String first : List.of("openapi", "asyncapi", "info", "servers", "security", "tags", "paths")) {
            if (contract.has(first)) {
                ordered.set(first, contract.get(first));
            }
        }
        contract.properties().forEach(member -> ordered.set(member.getKey(), member.getValue()));
        try {
            return YAML.writeValueAsString(ordered);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** By path and method, in the order of the document. */
    static void eachOperation(JsonNode contract, BiConsumer<String, ObjectNode> visitor) {
        contract.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> visitor.accept(
                                member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(),
                                (ObjectNode) member.getValue())));
    }

    static Set<String> routes(JsonNode contract) {
        var routes = new TreeSet<String>();
        eachOperation(contract, (route, operation) -> routes.add(route));
        return routes;
    }

    /** Where two documents differ, by JSON Pointer; the order of members does not count. */
    static List<String> differences(JsonNode published, JsonNode served) {
        var found = new ArrayList<String>();
        compare("", published, served, found);
        return found;
    }

    private static void compare(String where, JsonNode published, JsonNode served, List<String> found) {
        if (published.isObject() && served.isObject()) {
            var names = new TreeSet<String>();
            published.fieldNames().forEachRemaining(names::add);
            served.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(where + "/" + name, published.path(name), served.path(name), found);
            }
        } else if (!sameValue(published, served)) {
            found.add(where + ": published " + brief(published) + ", served " + brief(served));
        }
    }

    /** Numbers by their value: YAML and JSON read 50 and 50.0 as different kinds. */
    private static boolean sameValue(JsonNode one, JsonNode other) {
        return one.isNumber() && other.isNumber()
                ? one.decimalValue().compareTo(other.decimalValue()) == 0
                : one.equals(other) || one.toString().equals(other.toString());
    }

    private static String brief(JsonNode node) {
        var text = node.isMissingNode() ? "nothing" : node.toString();
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }

    /** The version that callers rely on: of the last release, or of the last commit while there was none. */
    static String baseline() {
        return git("describe", "--tags", "--abbrev=0", "--match", "v*")
                .map(String::strip)
                .orElse("HEAD");
    }

    /** Empty outside a repository, and for a contract that is new. */
    static Optional<JsonNode> lastPublished(Path file) {
        var path = Project.root().relativize(file.toAbsolutePath()).toString();
        return git("show", baseline() + ":" + path).map(Contracts::read);
    }

    private static Optional<String> git(String... words) {
        var command = new ArrayList<>(List.of("git", "-C", Project.root().toString()));
        command.addAll(List.of(words));
        try {
            var git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(output) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(stopped));
        }
    }
}
