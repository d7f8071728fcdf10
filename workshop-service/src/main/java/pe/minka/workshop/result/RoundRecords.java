package pe.minka.workshop.result;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.document.CanonicalDocument;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was declared and sealed of rounds, and what their acts say beside the ballots. Nothing here is ever changed. */
@ApplicationScoped
class RoundRecords {

    private final AgroalDataSource database;

    RoundRecords(AgroalDataSource database) {
        this.database = database;
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
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into " + kind.table + " (round, document, sha256, "
                        + kind.time + ") values (?, ?, ?, ?)")) {
            insert.setObject(1, round);
            insert.setString(2, document.text());
            insert.setString(3, document.sha256());
            insert.setObject(4, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a document of a round could not be stored", failed);
        }
    }

    Optional<Kept> find(Kind kind, UUID round) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select document, sha256, " + kind.time + " from " + kind.table + " where round = ?")) {
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Kept(
                                row.getString(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant()))
                        : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a document of a round could not be read", failed);
        }
    }

    /** How many were struck off through each channel. */
    TreeMap<String, Integer> turnoutByChannel(UUID round) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select channel, count(*) from strike_off where round = ? group by channel")) {
            select.setObject(1, round);
            var found = new TreeMap<String, Integer>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.put(row.getString(1), row.getInt(2));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("a turnout could not be read", failed);
        }
    }

    void secondRound(UUID round, UUID of, Set<UUID> options) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(
                        "insert into second_round (round, of_round, options) values (?, ?, ?)")) {
            insert.setObject(1, round);
            insert.setObject(2, of);
            insert.setString(3, sorted(options));
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("a second round could not be stored", failed);
        }
    }

    /** The second round that was called for just this tie. */
    Optional<UUID> secondRound(UUID of, Set<UUID> options) {
        return uuid("select round from second_round where of_round = ? and options = ?", of, sorted(options));
    }

    /** Of which round this is the second one. */
    Optional<UUID> firstRound(UUID round) {
        return uuid("select of_round from second_round where round = ?", round);
    }

    private Optional<UUID> uuid(String query, Object... values) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(query)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (var row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a second round could not be read", failed);
        }
    }

    private static String sorted(Set<UUID> options) {
        return options.stream().map(UUID::toString).sorted().collect(Collectors.joining(","));
    }
}
