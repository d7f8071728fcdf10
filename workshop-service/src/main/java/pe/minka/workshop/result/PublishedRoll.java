package pe.minka.workshop.result;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;

/**
 * The roll of agents as a file that anyone hashes again: a line {@code agent;seat;zone} for each, by random ids, in the
 * order of the agents. The roll of a poll of citizens is not published: its size alone is.
 */
@ApplicationScoped
class PublishedRoll {

    private static final int ROWS = 5_000;

    private final AgroalDataSource database;

    PublishedRoll(AgroalDataSource database) {
        this.database = database;
    }

    /** Of the roll as it stands now, in hexadecimal. */
    String sha256(UUID round) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                write(round, sink);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException | IOException impossible) {
            throw new IllegalStateException("a roll could not be hashed", impossible);
        }
    }

    /** In the transaction that is open, or in one of its own, without which the driver would fetch everything at once. */
    void write(UUID round, OutputStream out) throws IOException {
        try {
            QuarkusTransaction.joiningExisting().run(() -> stream(round, out));
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private void stream(UUID round, OutputStream out) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select agent, seat, zone from roll_entry where round = ? order by agent")) {
            select.setFetchSize(ROWS);
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    var line = row.getString(1) + ";" + row.getString(2) + ";" + zone(row.getString(3)) + "\n";
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("a roll could not be read", failed);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** As a line of the roll has it: what would end a cell or a line becomes a comma or a blank. */
    static String zone(@Nullable String zone) {
        return Objects.requireNonNullElse(zone, "")
                .replace(';', ',')
                .replaceAll("\\s+", " ")
                .strip();
    }
}
