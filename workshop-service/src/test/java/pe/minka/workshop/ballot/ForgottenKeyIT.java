package pe.minka.workshop.ballot;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.testkit.WithMinkaStack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** The key of a round does not outlive its close in the memory of another replica. */
@QuarkusTest
@WithMinkaStack
class ForgottenKeyIT {

    @Inject
    Rounds rounds;

    @Inject
    BallotKeys keys;

    @Inject
    RoundSecrets secrets;

    @Inject
    RoundPledges pledges;

    @Inject
    Statements statements;

    private static final class HandMovedClock extends Clock {

        private Instant now = Instant.parse("2016-04-23T14:00:00Z");

        void moveBy(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_replica_that_is_asked_for_no_more_ballots_forgets_the_key_of_a_round_that_another_one_closed() {
        var round = announced();
        secrets.make(round);
        var clock = new HandMovedClock();
        var replica = new VotingRounds(rounds, keys, secrets, pledges, clock);
        assertThat(replica.find(round).orElseThrow().sealKey()).isNotNull();

        secrets.destroy(round);
        clock.moveBy(Duration.ofMillis(9_999));
        replica.forgetOld();
        assertThat(replica.holdsKeyOf(round)).isTrue();
        clock.moveBy(Duration.ofMillis(1));
        replica.forgetOld();

        assertThat(replica.holdsKeyOf(round)).isFalse();
        assertThat(replica.find(round).orElseThrow().sealKey()).isNull();
    }

    private UUID announced() {
        var process = UUID.randomUUID();
        var round = UUID.randomUUID();
        statements.execute(
                "insert into process (process, entity, ubigeo, name, fiscal_year, regulation)"
                        + " values (?, '300305', '030501', 'P', 2017, '{}')",
                process);
        statements.execute(
                "insert into round (round, process, entity, kind, title, rule, state, opened_at, roll)"
                        + " values (?, ?, '300305', 'DECIDE_MOTION', 'M', ?, 'OPEN', now(), 0)",
                round,
                process,
                """
                {"round":"DECIDE_MOTION","kind":"CHOOSE_ONE","secret":true,"replaceable":false,"blankAllowed":true,
                 "law":"art. 14"}""");
        statements.execute(
                "insert into round_option (round, option, position, title) values (?, ?, 0, 'Sí')",
                round,
                UUID.randomUUID());
        return round;
    }
}
