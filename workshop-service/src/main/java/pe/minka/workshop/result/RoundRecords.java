package pe.minka.workshop.result;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was declared and sealed of rounds, and what their acts say beside the ballots. Nothing here is ever changed. */
@ApplicationScoped
class RoundRecords {

    private final Statements statements;

    RoundRecords(Statements statements) {
        this.statements = statements;
    }

    /** Which of the two documents of a round. */
    enum Kind {
        DECLARATION("round_declaration", "declared_at"),
        RESULT_ACT("result_act", "sealed_at");

        private final String table;
        private final String time;

        Kind(String table, String time) {
            this.table = table;
            this.time = time;
        }
    }

    /** @param document canonical JSON, byte for byte what was hashed */
    record Kept(String document, String sha256, Instant at) {}

    void keep(Kind kind, UUID round, CanonicalDocument document, Instant at) {
        statements.execute(
                "insert into " + kind.table + " (round, document, sha256, " + kind.time + ") values (?, ?, ?, ?)",
                round,
                document.text(),
                document.sha256(),
                at);
    }

    Optional<Kept> find(Kind kind, UUID round) {
        return statements.find(
                "select document, sha256, " + kind.time + " from " + kind.table + " where round = ?",
                row -> new Kept(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, OffsetDateTime.class).toInstant()),
                round);
    }

    /** How many were struck off through each channel. */
    TreeMap<String, Integer> turnoutByChannel(UUID round) {
        var found = new TreeMap<String, Integer>();
        statements.list(
                "select channel, count(*) from strike_off where round = ? group by channel",
                row -> found.put(row.getString(1), row.getInt(2)),
                round);
        return found;
    }

    void secondRound(UUID round, UUID of, Set<UUID> options) {
        statements.execute(
                "insert into second_round (round, of_round, options) values (?, ?, ?)", round, of, sorted(options));
    }

    /** The second round that was called for just this tie. */
    Optional<UUID> secondRound(UUID of, Set<UUID> options) {
        return statements.find(
                "select round from second_round where of_round = ? and options = ?",
                row -> row.getObject(1, UUID.class),
                of,
                sorted(options));
    }

    /** All that were called for ties of a round. */
    List<UUID> secondRounds(UUID of) {
        return statements.list(
                "select round from second_round where of_round = ? order by options",
                row -> row.getObject(1, UUID.class),
                of);
    }

    /** Of which round this is the second one. */
    Optional<UUID> firstRound(UUID round) {
        return statements.find(
                "select of_round from second_round where round = ?", row -> row.getObject(1, UUID.class), round);
    }

    private static String sorted(Set<UUID> options) {
        return options.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }
}
