package pe.minka.transparency.publiclog;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;
import pe.minka.transparency.publiclog.LogStore.Statement;

import javax.tools.ToolProvider;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

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

    private static @Nullable ClassLoader program;

    private static ClassLoader program() throws Exception {
        if (program == null) {
            var classes = Files.createTempDirectory("verifier");
            assertThat(ToolProvider.getSystemJavaCompiler()
                            .run(null, null, null, "-proc:none", "-d", classes.toString(), SOURCE.toString()))
                    .isZero();
            program = new URLClassLoader(new URL[] {classes.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
        }
        return program;
    }

    private static Object call(String type, String method, List<Class<?>> parameters, Object... arguments)
            throws Exception {
        var found = Class.forName(type, true, program()).getDeclaredMethod(method, parameters.toArray(Class[]::new));
        found.setAccessible(true);
        return found.invoke(null, arguments);
    }

    /** As {@code java Verify.java fetch} does. */
    private static void fetchLog(Path folder) throws Exception {
        call(
                "Verify$Fetch",
                "log",
                List.of(String.class, Path.class),
                RestAssured.baseURI + ":" + RestAssured.port,
                folder);
    }

    /** What the program says of each check on the log, given these keys of it. */
    private static Map<String, String> outcome(Path folder, String... logKeys) throws Exception {
        var told = new TreeMap<String, String>();
        ((Map<?, ?>) call("Verify", "outcome", List.of(Path.class, List.class), folder, List.of(logKeys)))
                .forEach((check, each) -> told.put(check.toString(), each.toString()));
        told.keySet().retainAll(List.of("V11", "V12", "V13", "V14"));
        return told;
    }

    private static void assertPassed(Path folder) throws Exception {
        assertThat(outcome(folder))
                .hasSize(4)
                .allSatisfy((check, told) -> assertThat(told).as(check).startsWith("PASS"));
    }

    /** By these checks on the log, and by no other. */
    private static void assertRefused(Path folder, String... checks) throws Exception {
        var outcome = outcome(folder);
        assertThat(outcome.keySet().stream()
                        .filter(check -> outcome.get(check).startsWith("FAIL"))
                        .toList())
                .as("%s", outcome)
                .containsExactly(checks);
    }

    /** What the workshop tells of a round, in its order. */
    private enum Step {
        DECLARED,
        COMMITTED,
        COMMITTED_LATE,
        TALLIED,
        SEALED
    }

    private static Path record() throws Exception {
        return record(1, Step.DECLARED, Step.COMMITTED, Step.COMMITTED_LATE, Step.TALLIED, Step.SEALED);
    }

    /** The documents of a round, and what the workshop tells of them. */
    private static Path record(int options, Step... steps) throws Exception {
        var cycle = Cycle.somewhere().tell("registry", "process-called");
        var round = cycle.id("c6dae4f8-2051-4f92-a7db-51607f8e9801");
        var commitments = new TreeSet<String>();
        for (int i = 0; i < 5; i++) {
            commitments.add(Hashes.sha256Hex(round + i));
        }
        var declaration = """
                {"drawSecretSha256":"%s","receiptKey":"%s","round":"%s"}""".formatted("a".repeat(64), "b".repeat(64), round);
        var act = "{\"ballotsSha256\":\"%s\",\"round\":\"%s\",\"secondRounds\":[]}".formatted("c".repeat(64), round);
        var folder = Files.createTempDirectory("record");
        Files.writeString(folder.resolve("declaration.json"), declaration);
        Files.writeString(folder.resolve("result-act.json"), act);
        Files.write(folder.resolve("commitments.txt"), commitments);
        for (Step step : steps) {
            switch (step) {
                case DECLARED ->
                    cycle.tell(
                            "workshop",
                            "round-declared",
                            event -> event.put("sha256", Hashes.sha256Hex(declaration))
                                    .put("drawSecretSha256", "a".repeat(64))
                                    .put("receiptKey", "b".repeat(64)));
                case COMMITTED ->
                    cycle.tell(
                            "workshop",
                            "ballots-committed",
                            event -> list(event, commitments.headSet(commitments.last())));
                case COMMITTED_LATE ->
                    cycle.tell("workshop", "ballots-committed", event -> list(event, Set.of(commitments.last())));
                case TALLIED ->
                    cycle.tell("workshop", "round-tallied", event -> {
                        event.put("ballotsSha256", "c".repeat(64));
                        var tally = event.get("tallies").get(0);
                        var tallies = event.putArray("tallies");
                        IntStream.range(0, options).forEach(option -> tallies.add(tally));
                    });
                case SEALED ->
                    cycle.tell(
                            "workshop",
                            "result-act-sealed",
                            event -> event.put("sha256", Hashes.sha256Hex(act)).put("ballotsSha256", "c".repeat(64)));
            }
        }
        Eventually.value(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .get("/v1/log/entries")
                .then()
                .body("items.kind", hasItem("result-act-sealed"))
                .body("items.findAll { it.kind == 'ballot-committed' }", hasSize(5))
                .body("items.kind", hasItem("round-tallied")));
        return folder;
    }

    private static void list(ObjectNode event, Set<String> commitments) {
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

    private static Path changed(Path honest, String name, String content) throws IOException {
        return changed(honest, name, content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_round_is_found_whole_in_the_log_and_each_forgery_is_refused_by_its_check_alone() throws Exception {
        var folder = record();
        fetchLog(folder);
        record();
        fetchLog(folder);
        assertPassed(folder);

        var note = Files.readString(folder.resolve("log/checkpoint"));
        assertRefused(changed(folder, "log/checkpoint", note.replaceFirst("\n(\\d+)\n", "\n1$1\n")), "V11");
        var commitments = new ArrayList<>(Files.readAllLines(folder.resolve("commitments.txt")));
        commitments.set(2, "d".repeat(64));
        assertRefused(changed(folder, "commitments.txt", String.join("\n", commitments)), "V12");
        var act = Files.readString(folder.resolve("result-act.json"));
        assertRefused(changed(folder, "result-act.json", act.replace("cc", "cd")), "V12");
        var other = Checkpoint.signed(keys.origin(), 3, Hashes.sha256(new byte[0]), keys.inForce());
        assertRefused(changed(folder, "log/seen/3.txt", other.note()), "V14");
        var first = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("log/entries")));
        first.put(2 + 3, (byte) '!');
        assertRefused(changed(folder, "log/entries", first.array()), "V11", "V14");
    }

    @Test
    void a_log_that_lies_about_its_key_is_found_out_by_who_has_the_key_from_elsewhere() throws Exception {
        var folder = record();
        fetchLog(folder);
        fetchLog(folder);
        String own = Cycle.anyone().get("/v1/log/keys").path("items[0].verifierKey");
        var seed = new byte[32];
        seed[0] = 7;
        var another = SigningKey.verifierKey(
                keys.origin(), SigningKey.of(keys.origin(), seed).publicKey());

        assertThat(outcome(folder).get("V11"))
                .startsWith("PASS signed by " + keys.origin())
                .contains("tells itself");
        assertThat(outcome(folder, own).get("V11"))
                .startsWith("PASS signed by " + own.substring(0, own.indexOf('+', own.indexOf('+') + 1)))
                .contains("that was given");
        assertThat(outcome(folder, another, own))
                .allSatisfy((check, told) -> assertThat(told).startsWith("PASS"));
        assertThat(outcome(folder, another))
                .hasEntrySatisfying("V11", told -> assertThat(told).startsWith("FAIL no signature"))
                .hasEntrySatisfying("V12", told -> assertThat(told).startsWith("PASS"))
                .hasEntrySatisfying("V13", told -> assertThat(told).startsWith("PASS"))
                .hasEntrySatisfying("V14", told -> assertThat(told).startsWith("FAIL no signature"));
        assertThat(outcome(folder, own.replaceFirst("\\+[0-9a-f]{8}\\+", "+00000000+"))
                        .get("V11"))
                .startsWith("FAIL no Ed25519 key");
    }

    @Test
    void an_act_that_is_older_than_the_declaration_or_than_one_commitment_is_refused() throws Exception {
        var before = record(1, Step.SEALED, Step.DECLARED, Step.COMMITTED, Step.COMMITTED_LATE, Step.TALLIED);
        var between = record(1, Step.DECLARED, Step.COMMITTED, Step.TALLIED, Step.SEALED, Step.COMMITTED_LATE);
        var early = record(1, Step.COMMITTED_LATE, Step.DECLARED, Step.COMMITTED, Step.TALLIED, Step.SEALED);
        for (Path folder : List.of(before, between, early)) {
            fetchLog(folder);
            assertRefused(folder, "V13");
        }
    }

    @Test
    void a_round_of_two_thousand_options_is_found_in_the_log_by_what_is_short_of_its_count() throws Exception {
        var folder = record(2_000, Step.DECLARED, Step.COMMITTED, Step.COMMITTED_LATE, Step.TALLIED, Step.SEALED);
        fetchLog(folder);
        fetchLog(folder);

        assertPassed(folder);
        var act = Files.readString(folder.resolve("result-act.json"));
        assertRefused(changed(folder, "result-act.json", act.replace("cc", "cd")), "V12");
        var round = act.replaceAll(".*\"round\":\"([^\"]*).*", "$1");
        Cycle.anyone()
                .queryParam("subject", round)
                .get("/v1/log/entries")
                .then()
                .body("items.find { it.kind == 'round-tallied' }.entry.statement.round", equalTo(round))
                .body("items.find { it.kind == 'round-tallied' }.entry.statement.tallies", nullValue())
                .body(
                        "items.find { it.kind == 'round-tallied' }.entry.statement.statementSha256",
                        matchesPattern("[0-9a-f]{64}"));
    }

    @Test
    void a_new_key_signs_and_what_the_old_one_signed_is_verified_for_ever() throws Exception {
        var folder = record();
        fetchLog(folder);
        var before = Files.readString(folder.resolve("log/checkpoint"));
        var seed = new byte[32];
        new java.security.SecureRandom().nextBytes(seed);
        var rotated = new LogKeys(
                database, keys.origin(), Optional.of(List.of(Base64.getEncoder().encodeToString(seed))));
        var fresh = SigningKey.of(keys.origin(), seed).hexId();

        QuarkusTransaction.requiringNew().run(() -> new LogStore(database, rotated).append(List.of(something(fresh))));
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

    private static Statement something(String subject) {
        return new Statement(
                UUID.randomUUID(), 0, "something-said", null, subject, "{}".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void after_a_restart_the_root_is_the_one_that_was_signed() throws Exception {
        record();
        var again = new LogStore(database, new LogKeys(database, keys.origin(), Optional.empty()));
        var latest = again.latest().orElseThrow();
        assertThat(Merkle.root(latest.size(), again::hash)).isEqualTo(latest.root());
    }

    private static final List<String> TABLES = List.of("log_entry", "log_node", "log_checkpoint", "log_key");

    @Test
    void restored_from_a_dump_into_an_empty_schema_the_log_has_its_root_and_goes_on() throws Exception {
        record();
        var dumped = dump();

        QuarkusTransaction.begin();
        try {
            database.execute("drop schema if exists restored cascade");
            database.execute("create schema restored");
            database.execute("set local search_path to restored");
            restore(dumped);
            var store = new LogStore(database, keys);
            var before = store.latest().orElseThrow();
            assertThat(Merkle.root(before.size(), store::hash)).isEqualTo(before.root());

            store.append(List.of(something("after the restore")));
            var after = store.latest().orElseThrow();
            assertThat(after.size()).isEqualTo(before.size() + 1);
            assertThat(Verifier.consistent(
                            before.size(),
                            after.size(),
                            Merkle.consistency(before.size(), after.size(), store::hash),
                            before.root(),
                            after.root()))
                    .isTrue();
            assertThat(root(store.entries(0, (int) after.size()).stream()
                            .map(entry -> Merkle.leafHash(entry.bytes()))
                            .toList()))
                    .isEqualTo(after.root());
            assertThat(database.count("select count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid"
                            + " where c.relnamespace = 'restored'::regnamespace and c.relname like 'log_%'"
                            + " and not t.tgisinternal"))
                    .as("what was restored is append-only too")
                    .isEqualTo(6);
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** Rows as {@code pg_dump} writes them. */
    private Map<String, byte[]> dump() throws Exception {
        var rows = new TreeMap<String, byte[]>();
        try (var connection = source.getConnection()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                var out = new ByteArrayOutputStream();
                copy.copyOut("copy " + table + " to stdout", out);
                rows.put(table, out.toByteArray());
            }
        }
        return rows;
    }

    /** Into tables as the migration makes them, in the schema that comes first. */
    private void restore(Map<String, byte[]> dumped) {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var migration =
                        Objects.requireNonNull(getClass().getResourceAsStream("/db/migration/V4__public_log.sql"))) {
            statement.execute(new String(migration.readAllBytes(), StandardCharsets.UTF_8));
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : TABLES) {
                copy.copyIn("copy " + table + " from stdin", new ByteArrayInputStream(dumped.get(table)));
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException("a dump could not be restored", failed);
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
