package pe.minka.workshop.ballot;

import io.quarkus.test.junit.QuarkusTest;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The statement that takes ballots, at the very instants of opening and deadline: under a clock of the database that
 * stands still, which the statement finds before the one that runs.
 */
@QuarkusTest
@WithMinkaStack
class DecidingInstantIT {

    private static final Instant OPENED = Instant.parse("2016-04-23T14:00:00Z");
    private static final Instant DEADLINE = Instant.parse("2016-04-23T22:00:00Z");
    private static final String CLOCK = """
            create schema if not exists stopped_clock;
            create or replace function stopped_clock.clock_timestamp() returns timestamptz language sql volatile
                as 'select pg_catalog.current_setting(''stopped_clock.at'')::timestamptz';
            set local search_path = stopped_clock, public, pg_catalog;
            """;

    private final UUID process = UUID.randomUUID();
    private final UUID round = UUID.randomUUID();
    private final UUID agent = UUID.randomUUID();

    @Test
    @Tag("VES-06")
    void a_ballot_counts_until_one_microsecond_before_the_deadline_and_at_the_deadline_no_more() throws Exception {
        assertThat(castAt(DEADLINE.minus(1, ChronoUnit.MICROS), "OPEN")).isInstanceOf(CastOutcome.Counted.class);
        assertThat(castAt(DEADLINE, "OPEN")).isEqualTo(NOT_OPEN);
        assertThat(castAt(DEADLINE.plus(1, ChronoUnit.MICROS), "OPEN")).isEqualTo(NOT_OPEN);
    }

    @Test
    @Tag("VES-06")
    void a_ballot_counts_from_the_instant_of_the_opening_and_none_before_the_act_of_opening() throws Exception {
        assertThat(castAt(OPENED, "OPEN")).isInstanceOf(CastOutcome.Counted.class);
        assertThat(castAt(OPENED.plus(1, ChronoUnit.MICROS), "OPEN")).isInstanceOf(CastOutcome.Counted.class);
        assertThat(castAt(OPENED.minus(1, ChronoUnit.MICROS), "PREPARED")).isEqualTo(NOT_OPEN);
        assertThat(castAt(OPENED, "PREPARED")).isEqualTo(NOT_OPEN);
    }

    @Test
    void a_suspended_vote_takes_no_ballot_at_any_instant_of_its_period() throws Exception {
        assertThat(castAt(OPENED, "SUSPENDED")).isEqualTo(NOT_OPEN);
        assertThat(castAt(DEADLINE.minus(1, ChronoUnit.MICROS), "SUSPENDED")).isEqualTo(NOT_OPEN);
    }

    private static final CastOutcome NOT_OPEN = new CastOutcome.Refused(CastOutcome.Refusal.VOTE_NOT_OPEN);

    /** In a transaction of its own, of which nothing stays. */
    private CastOutcome castAt(Instant now, String state) throws Exception {
        try (var connection = connect()) {
            connection.setAutoCommit(false);
            try {
                announce(connection, state);
                execute(connection, CLOCK + "set local stopped_clock.at = '" + now + "'");
                return new CastBatches()
                        .write(connection, round, List.of(cast()))
                        .get(0);
            } finally {
                connection.rollback();
            }
        }
    }

    private void announce(Connection connection, String state) throws SQLException {
        execute(connection, """
                insert into process (process, entity, ubigeo, name, fiscal_year, regulation)
                    values ('%1$s', '300305', '030501', 'P', 2017, '{}');
                insert into round (round, process, entity, kind, title, rule, state, opened_at, deadline, roll)
                    values ('%2$s', '%1$s', '300305', 'DECIDE_MOTION', 'M', '{"replaceable":false}', '%3$s', '%4$s',
                        '%5$s', 1);
                insert into roll_entry (round, agent, seat) values ('%2$s', '%6$s', '%6$s');
                """.formatted(process, round, state, OPENED, DEADLINE, agent));
    }

    private BallotIntake.Cast cast() throws Exception {
        return new BallotIntake.Cast(
                round,
                agent,
                Channel.OWN_DEVICE,
                bytes("tag"),
                bytes("body"),
                bytes("handle"),
                bytes("sealed"),
                bytes("commitment"),
                System.nanoTime(),
                new CompletableFuture<>());
    }

    private static byte[] bytes(String of) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.US_ASCII));
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (var run = connection.createStatement()) {
            run.execute(statements);
        }
    }

    private static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }
}
