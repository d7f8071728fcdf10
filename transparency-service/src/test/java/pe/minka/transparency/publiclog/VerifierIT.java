package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;
import pe.minka.transparency.publiclog.LogStore.Statement;

import javax.tools.ToolProvider;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** The log as the program of a stranger sees it: fetched over HTTP, kept in files, checked without a class of ours. */
@QuarkusTest
@WithMinkaStack
class VerifierIT {

    private static final Path SOURCE =
            Path.of("").toAbsolutePath().getParent().resolve("verifier").resolve("Verify.java");

    @Inject
    Statements database;

    @Inject
    LogKeys keys;

    @Inject
    AgroalDataSource source;

    private static @Nullable Class<?> program;

    private static Class<?> program() throws Exception {
        if (program == null) {
            var classes = Files.createTempDirectory("verifier");
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString()))
                    .isZero();
            program = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader())
                    .loadClass("Verify");
        }
        return program;
    }

    /** As {@code java Verify.java fetch} does. */
    private static void fetchLog(Path folder) throws Exception {
        var fetch = Class.forName("Verify$Fetch", true, program().getClassLoader())
                .getDeclaredMethod("log", String.class, Path.class);
        fetch.setAccessible(true);
        fetch.invoke(null, RestAssured.baseURI + ":" + RestAssured.port, folder);
    }

    @SuppressWarnings("unchecked")
    private static Optional<String> outcome(Path folder, String number) throws Exception {
        var outcome = program().getDeclaredMethod("outcome", Path.class);
        outcome.setAccessible(true);
        return ((Map<Object, Optional<String>>) outcome.invoke(null, folder))
                .entrySet().stream()
                        .filter(check -> check.getKey().toString().equals(number))
                        .findFirst()
                        .orElseThrow()
                        .getValue();
    }

    private static void assertPassed(Path folder) throws Exception {
        for (String number : List.of("V11", "V12", "V13", "V14")) {
            assertThat(outcome(folder, number)).as(number).isEmpty();
        }
    }

    private static void assertRefused(Path folder, String number) throws Exception {
        assertThat(outcome(folder, number)).as(number).isPresent().get().isNotEqualTo("");
    }

    /** The documents of a round, and what the workshop tells of them. */
    private static Path record(boolean actFirst) throws IOException {
        var cycle = Cycle.somewhere().tell("registry", "process-called");
        var round = cycle.id("c6dae4f8-2051-4f92-a7db-51607f8e9801");
        var commitments = new TreeSet<String>();
        for (int i = 0; i < 5; i++) {
            commitments.add(Hashes.sha256Hex(round + i));
        }
        var declaration = """
                {"drawSecretSha256":"%s","receiptKey":"%s","round":"%s"}""".formatted("a".repeat(64), "b".repeat(64), round);
        var act = "{\"ballotsSha256\":\"%s\",\"round\":\"%s\"}".formatted("c".repeat(64), round);
        var folder = Files.createTempDirectory("record");
        Files.writeString(folder.resolve("declaration.json"), declaration);
        Files.writeString(folder.resolve("result-act.json"), act);
        Files.write(folder.resolve("commitments.txt"), commitments);
        Runnable sealing = () -> cycle.tell(
                "workshop",
                "result-act-sealed",
                event -> event.put("sha256", Hashes.sha256Hex(act)).put("ballotsSha256", "c".repeat(64)));
        if (actFirst) {
            sealing.run();
        }
        cycle.tell(
                "workshop",
                "round-declared",
                event -> event.put("sha256", Hashes.sha256Hex(declaration))
                        .put("drawSecretSha256", "a".repeat(64))
                        .put("receiptKey", "b".repeat(64)));
        cycle.tell("workshop", "ballots-committed", event -> list(event, commitments));
        cycle.tell("workshop", "round-tallied", event -> event.put("ballotsSha256", "c".repeat(64)));
        if (!actFirst) {
            sealing.run();
        }
        Eventually.value(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .get("/v1/log/entries")
                .then()
                .body("items.kind", hasItem(actFirst ? "round-tallied" : "result-act-sealed")));
        return folder;
    }

    private static void list(ObjectNode event, TreeSet<String> commitments) {
        var array = event.putArray("commitments");
        commitments.forEach(array::add);
    }

    private static Path changed(Path honest, String name, byte[] content) throws IOException {
        var folder = Files.createTempDirectory("forged");
        try (var files = Files.walk(honest)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(honest.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.write(folder.resolve(name), content);
        return folder;
    }

    @Test
    void a_round_is_found_whole_in_the_log_and_each_forgery_is_refused_by_its_check() throws Exception {
        var folder = record(false);
        fetchLog(folder);
        record(false);
        fetchLog(folder);
        assertPassed(folder);

        var note = Files.readString(folder.resolve("log/checkpoint"));
        assertRefused(
                changed(
                        folder,
                        "log/checkpoint",
                        note.replaceFirst("\n(\\d+)\n", "\n1$1\n").getBytes(StandardCharsets.UTF_8)),
                "V11");
        var entries = Files.readAllBytes(folder.resolve("log/entries"));
        entries[entries.length - 3] ^= 1;
        assertRefused(changed(folder, "log/entries", entries), "V11");
        var commitments = new ArrayList<>(Files.readAllLines(folder.resolve("commitments.txt")));
        commitments.set(2, "d".repeat(64));
        assertRefused(
                changed(
                        folder,
                        "commitments.txt",
                        String.join("\n", commitments).getBytes(StandardCharsets.UTF_8)),
                "V12");
        assertRefused(
                changed(
                        folder,
                        "result-act.json",
                        Files.readString(folder.resolve("result-act.json"))
                                .replace("cc", "cd")
                                .getBytes(StandardCharsets.UTF_8)),
                "V12");
        var first = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("log/entries")));
        first.put(2 + 3, (byte) '!');
        assertRefused(changed(folder, "log/entries", first.array()), "V14");
    }

    @Test
    void an_act_that_is_older_than_the_declaration_is_refused() throws Exception {
        var folder = record(true);
        fetchLog(folder);

        assertThat(outcome(folder, "V11")).isEmpty();
        assertRefused(folder, "V13");
    }

    @Test
    void a_new_key_signs_and_what_the_old_one_signed_is_verified_for_ever() throws Exception {
        var folder = record(false);
        fetchLog(folder);
        var before = Files.readString(folder.resolve("log/checkpoint"));
        var seed = new byte[32];
        new java.security.SecureRandom().nextBytes(seed);
        var rotated = new LogKeys(
                database, keys.origin(), Optional.of(List.of(Base64.getEncoder().encodeToString(seed))));
        var fresh = SigningKey.of(keys.origin(), seed).hexId();

        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .run(() -> new LogStore(database, rotated)
                        .append(List.of(new Statement(
                                UUID.randomUUID(),
                                0,
                                "key-changed",
                                null,
                                fresh,
                                "{}".getBytes(StandardCharsets.UTF_8)))));
        fetchLog(folder);
        var after = Files.readString(folder.resolve("log/checkpoint"));

        assertThat(after).isNotEqualTo(before);
        Cycle.anyone().get("/v1/log/keys").then().body("items.keyId", hasItem(equalTo(fresh)));
        assertPassed(folder);
        assertThat(Notes.isSignedBy(after, SigningKey.of(keys.origin(), seed).publicKey()))
                .isTrue();
        assertThat(Notes.isSignedBy(before, SigningKey.of(keys.origin(), seed).publicKey()))
                .isFalse();
        // the service under test does not hold this seed: to tests that follow, in a later run too, it must not seem
        // the newest
        database.execute("delete from log_key where key_id = ?", fresh);
    }

    @Test
    void after_a_restart_and_from_a_copy_of_its_tables_the_root_is_the_one_that_was_signed() throws Exception {
        fetchLog(record(false));
        var again = new LogStore(database, new LogKeys(database, keys.origin(), Optional.empty()));
        var latest = again.latest().orElseThrow();
        assertThat(Merkle.root(latest.size(), again::hash)).isEqualTo(latest.root());

        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists restored cascade; create schema restored;"
                    + " create table restored.log_entry as table log_entry;"
                    + " create table restored.log_checkpoint as table log_checkpoint");
            var leaves = new ArrayList<byte[]>();
            try (var row = statement.executeQuery("select entry from restored.log_entry order by index")) {
                while (row.next()) {
                    leaves.add(Merkle.leafHash(row.getBytes(1)));
                }
            }
            try (var row = statement.executeQuery(
                    "select size, root from restored.log_checkpoint order by size desc limit 1")) {
                row.next();
                assertThat(root(leaves.subList(0, row.getInt(1)))).isEqualTo(row.getBytes(2));
            }
            statement.execute("drop schema restored cascade");
        }
    }

    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int split = Integer.highestOneBit(leaves.size() - 1);
        return Merkle.nodeHash(root(leaves.subList(0, split)), root(leaves.subList(split, leaves.size())));
    }
}
