package pe.minka.workshop.ballot;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Keeps casting and closing apart: ballots go in under a shared lock, a round changes its state under an exclusive one.
 * Advisory, so that it leaves no trace in any row.
 */
@ApplicationScoped
class RoundLock {

    void share(Connection connection, UUID round) throws SQLException {
        take(connection, "select pg_advisory_xact_lock_shared(?)", round);
    }

    static long number(UUID round) {
        return round.getMostSignificantBits() ^ round.getLeastSignificantBits();
    }

    /** Waits until every batch under way has committed. */
    void own(Connection connection, UUID round) throws SQLException {
        take(connection, "select pg_advisory_xact_lock(?)", round);
    }

    private static void take(Connection connection, String lock, UUID round) throws SQLException {
        try (var statement = connection.prepareStatement(lock)) {
            statement.setLong(1, number(round));
            statement.execute();
        }
    }
}
