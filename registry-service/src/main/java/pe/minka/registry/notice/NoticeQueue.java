package pe.minka.registry.notice;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Deliveries that wait, taken in batches by however many replicas there are. A row says before each message that it is
 * in flight and after it what came of it, so that a replica that dies leaves one message at most of which nobody knows.
 */
@ApplicationScoped
class NoticeQueue {

    private static final String CLAIM = "update notice_delivery d set state = 'CLAIMED', claimed_until = ? where id in"
            + " (select id from notice_delivery where state = 'WAITING' and due_at <= ? order by due_at, id limit ?"
            + " for update skip locked) returning id, notice, person, language, attempts";
    private static final String RECOVER = "update notice_delivery set state = 'WAITING', claimed_until = null,"
            + " problem = case when state = 'IN_FLIGHT' then 'answer-unknown' else problem end"
            + " where id in (select id from notice_delivery where state in ('CLAIMED', 'IN_FLIGHT') and claimed_until < ?"
            + " for update skip locked)";

    private final AgroalDataSource database;
    private final Clock clock;

    NoticeQueue(AgroalDataSource database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The next that are due, held for this replica until the lease ends. */
    List<Delivery> claim(int batch, Duration lease) {
        return inTransaction(connection -> {
            var claimed = new ArrayList<Delivery>();
            try (var claim = connection.prepareStatement(CLAIM)) {
                claim.setObject(1, at(clock.instant().plus(lease)));
                claim.setObject(2, at(clock.instant()));
                claim.setInt(3, batch);
                try (var rows = claim.executeQuery()) {
                    while (rows.next()) {
                        claimed.add(new Delivery(
                                rows.getObject(1, UUID.class),
                                rows.getObject(2, UUID.class),
                                rows.getObject(3, UUID.class),
                                rows.getString(4),
                                rows.getInt(5)));
                    }
                }
            }
            return claimed;
        });
    }

    /**
     * Gives back what a replica held that is gone. What it had claimed was not sent; what was in flight goes again under
     * the same Message-ID.
     */
    int recover() {
        return inTransaction(connection -> {
            try (var recover = connection.prepareStatement(RECOVER)) {
                recover.setObject(1, at(clock.instant()));
                return recover.executeUpdate();
            }
        });
    }

    /** What is to be noted of one delivery. */
    sealed interface Outcome {

        UUID delivery();

        record Delivered(UUID delivery, Channel channel, String evidence) implements Outcome {}

        /** Goes on the list to print. */
        record ToPrint(UUID delivery) implements Outcome {}

        record Dead(UUID delivery, String problem) implements Outcome {}

        record Later(UUID delivery, Instant due, String problem) implements Outcome {}
    }

    /**
     * Notes what came of the message before and that the next is in flight, in one transaction.
     *
     * @return whether the next is still held: a lease that ran out may have given it to another replica
     */
    boolean step(@Nullable Outcome last, @Nullable Delivery next) {
        return inTransaction(connection -> {
            if (last != null) {
                note(connection, last);
            }
            return next != null && begin(connection, next);
        });
    }

    /** Gives back what was claimed and not begun: nobody answers, and that is no fault of these messages. */
    void release(List<Delivery> claimed, Duration pause) {
        inTransaction(connection -> {
            try (var release = connection.prepareStatement(
                    "update notice_delivery set state = 'WAITING', claimed_until = null, due_at = ? where id = any(?) and state in ('CLAIMED', 'IN_FLIGHT')")) {
                release.setObject(1, at(clock.instant().plus(pause)));
                release.setArray(
                        2,
                        connection.createArrayOf(
                                "uuid", claimed.stream().map(Delivery::id).toArray()));
                return release.executeUpdate();
            }
        });
    }

    private static boolean begin(Connection connection, Delivery next) throws SQLException {
        try (var begin = connection.prepareStatement(
                "update notice_delivery set state = 'IN_FLIGHT', attempts = attempts + 1 where id = ? and state = 'CLAIMED' and attempts = ?")) {
            begin.setObject(1, next.id());
            begin.setInt(2, next.attempts());
            return begin.executeUpdate() == 1;
        }
    }

    private void note(Connection connection, Outcome outcome) throws SQLException {
        try (var note = connection.prepareStatement(
                "update notice_delivery set state = ?, claimed_until = null, due_at = coalesce(?, due_at),"
                        + " channel = coalesce(?, channel), delivered_on = ?, evidence = coalesce(?, evidence), problem = ? where id = ? and state = 'IN_FLIGHT'")) {
            if (outcome instanceof Outcome.Delivered delivered) {
                note.setString(1, "DELIVERED");
                note.setObject(2, null, java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                note.setString(3, delivered.channel().name());
                note.setObject(4, Peru.today(clock));
                note.setString(5, delivered.evidence());
                note.setString(6, null);
            } else {
                note.setString(1, state(outcome));
                note.setObject(
                        2,
                        outcome instanceof Outcome.Later later ? at(later.due()) : null,
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE);
                note.setString(3, null);
                note.setObject(4, null, java.sql.Types.DATE);
                note.setString(5, null);
                note.setString(6, problem(outcome));
            }
            note.setObject(7, outcome.delivery());
            note.executeUpdate();
        }
    }

    private static String state(Outcome outcome) {
        if (outcome instanceof Outcome.Dead) {
            return "DEAD";
        }
        return outcome instanceof Outcome.ToPrint ? "PRINT" : "WAITING";
    }

    private static @Nullable String problem(Outcome outcome) {
        if (outcome instanceof Outcome.Dead dead) {
            return dead.problem();
        }
        return outcome instanceof Outcome.Later later ? later.problem() : null;
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private <T> T inTransaction(Work<T> work) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return work.on(connection);
            } catch (SQLException failed) {
                throw new IllegalStateException("the queue of notices does not answer", failed);
            }
        });
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
