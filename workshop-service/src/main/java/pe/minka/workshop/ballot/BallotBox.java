package pe.minka.workshop.ballot;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.ObjIntConsumer;

/** The ballots of closed rounds: read in a stream, counted in constant memory. */
@ApplicationScoped
class BallotBox {

    private static final int ROWS = 5_000;
    private static final int ALIKE = 1_000;

    private final AgroalDataSource database;

    BallotBox(AgroalDataSource database) {
        this.database = database;
    }

    /** What turns a receipt back into a ballot. */
    record Opening(String commitment, String nonce, Mark mark) {}

    /** Each different mark and how many ballots bear it, in the order of the marks. */
    void forEachMark(UUID round, ObjIntConsumer<Mark> consumer) {
        stream(
                "select mark, count(*) from ballot where round = ? group by mark order by mark collate \"C\"",
                round,
                row -> consumer.accept(Mark.read(row.getString(1)), row.getInt(2)));
    }

    Count count(Round round) {
        var count = new Count(round.paper().kind(), round.options().size());
        forEachMark(round.round(), count::add);
        return count;
    }

    List<String> commitments(UUID round, byte[] after, int limit) {
        var found = new ArrayList<String>();
        page(round, after, limit, row -> found.add(HexFormat.of().formatHex(row.getBytes(1))));
        return found;
    }

    List<Opening> openings(UUID round, byte[] after, int limit) {
        var found = new ArrayList<Opening>();
        page(
                round,
                after,
                limit,
                row -> found.add(new Opening(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        HexFormat.of().formatHex(row.getBytes(2)),
                        Mark.read(row.getString(3)))));
        return found;
    }

    /**
     * Whether a ballot is in the box, without telling the database which: it is asked for all whose commitments begin
     * alike, about a thousand.
     */
    boolean holds(Connection connection, UUID round, byte[] commitment) throws SQLException {
        int bits = 0;
        for (int ballots = count(connection, round); ballots > 2 * ALIKE; ballots /= 2) {
            bits++;
        }
        var first = CommitmentRange.beginningWith(commitment, bits);
        try (var select = connection.prepareStatement(
                "select commitment from ballot where round = ? and commitment between ? and ?")) {
            select.setObject(1, round);
            select.setBytes(2, first.from());
            select.setBytes(3, first.to());
            boolean found = false;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found |= Arrays.equals(row.getBytes(1), commitment);
                }
            }
            return found;
        }
    }

    private static int count(Connection connection, UUID round) throws SQLException {
        try (var select = connection.prepareStatement("select count(*) from ballot where round = ?")) {
            select.setObject(1, round);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private void page(UUID round, byte[] after, int limit, RowReader reader) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select commitment, nonce, mark from ballot"
                        + " where round = ? and commitment > ? order by commitment limit ?")) {
            select.setObject(1, round);
            select.setBytes(2, after);
            select.setInt(3, limit);
            read(select, reader);
        } catch (SQLException failed) {
            throw new IllegalStateException("ballots could not be read", failed);
        }
    }

    @FunctionalInterface
    private interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /** In a transaction of its own, without which the driver would fetch everything at once. */
    private void stream(String query, UUID round, RowReader reader) {
        QuarkusTransaction.joiningExisting().run(() -> {
            try (Connection connection = database.getConnection();
                    var select = connection.prepareStatement(query)) {
                select.setFetchSize(ROWS);
                select.setObject(1, round);
                read(select, reader);
            } catch (SQLException failed) {
                throw new IllegalStateException("ballots could not be read", failed);
            }
        });
    }

    private static void read(PreparedStatement select, RowReader reader) throws SQLException {
        try (var row = select.executeQuery()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }
}
