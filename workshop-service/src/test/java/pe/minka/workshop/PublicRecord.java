package pe.minka.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static pe.minka.workshop.RunningProcess.as;

/** The public record of a sealed round as a stranger has it in a folder, who may also have changed it. */
final class PublicRecord {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEALING =
            "{\"attestedBy\":[{\"office\":\"Juez de Paz de Coyllurqui\"}],\"withoutSecondRound\":\"Se renunció.\"}";

    final Path folder;

    private PublicRecord(Path folder) {
        this.folder = folder;
    }

    /** Seals the act of a tallied round, downloads all with the openings, and demands that each check passes. */
    static PublicRecord verified(UUID round) throws Exception {
        RunningProcess.tossWhereADrawWaits(round);
        as("polling-officer")
                .body(SEALING)
                .post("/v1/rounds/{round}/result-act", round)
                .then()
                .statusCode(201);
        return fetched(round).passing();
    }

    static PublicRecord fetched(UUID round) throws Exception {
        var record = new PublicRecord(Files.createTempDirectory("record"));
        VerifierProgram.compiled().fetch(round, record.folder);
        Files.writeString(
                record.folder.resolve("openings.json"), openings(round).toString());
        return record;
    }

    /** What the vigilance committee has of all ballots. */
    private static ArrayNode openings(UUID round) throws IOException {
        var all = JSON.createArrayNode();
        JsonNode page = openings(round, Map.of());
        all.addAll((ArrayNode) page.path("items"));
        while (page.hasNonNull("next")) {
            page = openings(round, Map.of("cursor", page.path("next").asText()));
            all.addAll((ArrayNode) page.path("items"));
        }
        return all;
    }

    private static JsonNode openings(UUID round, Map<String, String> after) throws IOException {
        return JSON.readTree(RestAssured.given()
                .auth()
                .oauth2(Tokens.as("vigilance-member")
                        .entity(RunningProcess.ENTITY)
                        .token())
                .queryParam("limit", 200)
                .queryParams(after)
                .get("/v1/rounds/{round}/openings", round)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    /** Demands that no check refuses it, and that all pass that are about the record itself. */
    PublicRecord passing() throws Exception {
        var outcome = outcome();
        for (String check : List.of("V01", "V02", "V03", "V04", "V05", "V06", "V07", "V08", "V10")) {
            assertThat(outcome.get(check)).as(check).isEqualTo("PASS");
        }
        assertThat(outcome.values()).noneMatch(told -> told.startsWith("FAIL"));
        return this;
    }

    /** Demands that just these checks refuse it, and every other one is quiet. */
    void isRefusedBy(String... checks) throws Exception {
        var outcome = outcome();
        assertThat(outcome.keySet().stream()
                        .filter(check -> outcome.get(check).startsWith("FAIL"))
                        .collect(Collectors.toList()))
                .as("%s", outcome)
                .containsExactly(checks);
    }

    Map<String, String> outcome() throws Exception {
        return VerifierProgram.compiled().outcome(folder);
    }

    PublicRecord withReceipts(JsonNode receipts) throws IOException {
        Files.writeString(folder.resolve("receipts.json"), receipts.toString());
        return this;
    }

    ObjectNode act() throws IOException {
        return (ObjectNode) JSON.readTree(folder.resolve("result-act.json").toFile());
    }

    ObjectNode declaration() throws IOException {
        return (ObjectNode) JSON.readTree(folder.resolve("declaration.json").toFile());
    }

    /** A copy with another file of this name. */
    PublicRecord with(String name, UnaryOperator<String> change) throws IOException {
        var copy = Files.createTempDirectory("forged");
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(folder.relativize(file));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        var before = Files.readString(copy.resolve(name));
        var after = change.apply(before);
        assertThat(after).as("a changed %s", name).isNotEqualTo(before);
        Files.writeString(copy.resolve(name), after);
        return new PublicRecord(copy);
    }

    PublicRecord withTree(String name, Consumer<JsonNode> change) throws IOException {
        return with(name, text -> {
            try {
                var tree = JSON.readTree(text);
                change.accept(tree);
                return tree.toString();
            } catch (IOException unreadable) {
                throw new AssertionError(unreadable);
            }
        });
    }

    PublicRecord withAct(Consumer<ObjectNode> change) throws IOException {
        return withTree("result-act.json", act -> change.accept((ObjectNode) act));
    }

    /** By somebody who could also change what the act says of the declaration's hash. */
    PublicRecord withDeclaration(Consumer<ObjectNode> change) throws IOException {
        return withTree("declaration.json", declaration -> change.accept((ObjectNode) declaration))
                .hashed("declaration.json", "declarationSha256");
    }

    /** By somebody who could also change what the act says of the file's hash. */
    PublicRecord withBallots(UnaryOperator<String> change) throws IOException {
        return with("ballots.pb", change).hashed("ballots.pb", "ballotsSha256");
    }

    /** As before, for the roll. */
    PublicRecord withRoll(UnaryOperator<String> change) throws IOException {
        return with("roll.txt", change).hashed("roll.txt", "rollSha256");
    }

    private PublicRecord hashed(String file, String member) throws IOException {
        var hash = Hashes.sha256Hex(Files.readString(folder.resolve(file)));
        return withAct(act -> act.put(member, hash));
    }
}
