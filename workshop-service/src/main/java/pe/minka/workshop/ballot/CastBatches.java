package pe.minka.workshop.ballot;

import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import pe.minka.workshop.ballot.BallotIntake.Cast;
import pe.minka.workshop.ballot.CastOutcome.Refusal;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Ballots of one round in one transaction, no voter twice among them. Seats are struck off by their key, and for those
 * alone whose seat was, or whose ballot replaces her own, request and sealed ballot are stored.
 */
@Singleton
class CastBatches {

    /** Part of the connection's transaction. The outcomes, in the order of the casts. */
    List<CastOutcome> write(Connection connection, UUID round, List<Cast> casts) throws SQLException {
        return new Batch(connection, round, casts).write();
    }

    private static final class Batch {

        private final Connection connection;
        private final UUID round;
        private final List<Cast> casts;
        private final Set<UUID> struckOff = new HashSet<>();

        Batch(Connection connection, UUID round, List<Cast> casts) {
            this.connection = connection;
            this.round = round;
            this.casts = casts;
        }

        /**
         * What the database knew of a cast before it wrote.
         *
         * @param seat null where the voter is not on the roll
         */
        private record Found(
                boolean open,
                boolean replaceable,
                boolean repeated,
                boolean same,
                @Nullable UUID seat) {

            /** There is no such round: nothing of it is open. */
            private static final Found NOTHING = new Found(false, false, false, false, null);
        }

        List<CastOutcome> write() throws SQLException {
            var found = strikeOff();
            var replacing = replacing(found);
            Predicate<Cast> accepted = cast -> struckOff.contains(cast.agent()) || replacing.contains(cast.agent());
            store(casts.stream().filter(accepted).toList());
            var taken = casts.stream()
                    .filter(accepted.negate().and(cast -> isTaken(found(found, cast))))
                    .toList();
            var others = bodiesOf(taken);
            return casts.stream()
                    .map(cast -> outcome(cast, found(found, cast), accepted.test(cast), others.get(cast.agent())))
                    .toList();
        }

        private static Found found(Map<UUID, Found> found, Cast cast) {
            return found.getOrDefault(cast.agent(), Found.NOTHING);
        }

        /** Somebody of her seat voted before, as far as the statement could see. */
        private static boolean isTaken(Found found) {
            return found.open() && !found.repeated() && found.seat() != null;
        }

        /**
         * First what keeps casting and closing apart, in a statement of its own but in the same message: what the second one
         * sees begins after the lock is held. With it one plan for every batch, by the keys of the tables whatever their
         * size: to plan anew takes longer than to store a dozen ballots.
         */
        private static final String STRIKE_OFF = """
                select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true),
                    set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true),
                    pg_advisory_xact_lock_shared(?);
                with wanted as (
                    select * from unnest(?::uuid[], ?::text[], ?::bytea[], ?::bytea[]) as w (agent, channel, tag, body)),
                box as (
                    select round, state = 'OPEN' and (deadline is null or clock_timestamp() < deadline) as open,
                        coalesce((rule::json ->> 'replaceable')::boolean, false) as replaceable
                    from round where round = ?),
                found as (
                    select w.agent, w.channel, box.open, box.replaceable, c.tag is not null as repeated,
                        c.body = w.body as same, e.seat
                    from wanted w cross join box
                    left join cast_request c on c.round = box.round and c.tag = w.tag
                    left join roll_entry e on e.round = box.round and e.agent = w.agent),
                struck as (
                    insert into strike_off (round, seat, agent, channel, hour)
                    select distinct on (seat) ?::uuid, seat, agent, channel, date_trunc('hour', clock_timestamp(), 'UTC')
                    from found where open and not repeated and seat is not null order by seat, agent
                    on conflict (round, seat) do nothing returning agent)
                select agent, open, replaceable, repeated, same, seat, false as struck from found
                union all select agent, null, null, null, null, null, true from struck
                """;

        private Map<UUID, Found> strikeOff() throws SQLException {
            // in an order that is not that of their coming
            var voters = sorted(casts, Comparator.comparing(Cast::agent));
            try (var statement = connection.prepareStatement(STRIKE_OFF)) {
                statement.setLong(1, RoundLock.number(round));
                statement.setArray(2, array("uuid", voters, Cast::agent));
                statement.setArray(
                        3, array("text", voters, cast -> cast.channel().name()));
                statement.setArray(4, bytes(voters, Cast::tag));
                statement.setArray(5, bytes(voters, Cast::body));
                statement.setObject(6, round);
                statement.setObject(7, round);
                statement.execute();
                statement.getMoreResults();
                Map<UUID, Found> found = new HashMap<>();
                try (var row = statement.getResultSet()) {
                    while (row.next()) {
                        var agent = row.getObject(1, UUID.class);
                        if (row.getBoolean(7)) {
                            struckOff.add(agent);
                        } else {
                            found.put(
                                    agent,
                                    new Found(
                                            row.getBoolean(2),
                                            row.getBoolean(3),
                                            row.getBoolean(4),
                                            row.getBoolean(5),
                                            row.getObject(6, UUID.class)));
                        }
                    }
                }
                return found;
            }
        }

        /** Voters of a replaceable ballot whose seat they themselves took before, on a device that can replace it. */
        private Set<UUID> replacing(Map<UUID, Found> found) throws SQLException {
            var again = casts.stream()
                    .filter(cast -> !struckOff.contains(cast.agent()))
                    .filter(cast -> found(found, cast).replaceable() && isTaken(found(found, cast)))
                    .toList();
            Set<UUID> replacing = new HashSet<>();
            if (again.isEmpty()) {
                return replacing;
            }
            try (var select =
                    connection.prepareStatement("select s.agent from unnest(?::uuid[], ?::uuid[]) w (agent, seat)"
                            + " join strike_off s on s.round = ? and s.seat = w.seat and s.agent = w.agent"
                            + " where s.channel in ('OWN_DEVICE', 'ASSISTED')")) {
                select.setArray(1, array("uuid", again, Cast::agent));
                select.setArray(
                        2, array("uuid", again, cast -> found(found, cast).seat()));
                select.setObject(3, round);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        replacing.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return replacing;
        }

        private static final String STORE = """
                insert into cast_request (tag, round, body)
                    select tag, ?, body from unnest(?::bytea[], ?::bytea[]) as r (tag, body);
                insert into sealed_ballot (handle, round, sealed)
                    select handle, ?, sealed from unnest(?::bytea[], ?::bytea[]) as b (handle, sealed)
                    on conflict (round, handle) do update set sealed = excluded.sealed
                """;

        /** Requests by their tags and ballots by their handles: in no order that tells whose they are, nor one by the other. */
        private void store(List<Cast> accepted) throws SQLException {
            if (accepted.isEmpty()) {
                return;
            }
            var requests = sorted(accepted, Comparator.comparing(Cast::tag, Arrays::compareUnsigned));
            var ballots = sorted(accepted, Comparator.comparing(Cast::handle, Arrays::compareUnsigned));
            try (var insert = connection.prepareStatement(STORE)) {
                insert.setObject(1, round);
                insert.setArray(2, bytes(requests, Cast::tag));
                insert.setArray(3, bytes(requests, Cast::body));
                insert.setObject(4, round);
                insert.setArray(5, bytes(ballots, Cast::handle));
                insert.setArray(6, bytes(ballots, Cast::sealed));
                insert.execute();
            }
        }

        private static List<Cast> sorted(List<Cast> casts, Comparator<Cast> order) {
            return casts.stream().sorted(order).toList();
        }

        /**
         * A seat that was taken may have been taken by the same request through another replica, whose commit the statement
         * before waited for and could not see: this one sees it.
         *
         * @return by voter, what was stored under the tag of her request
         */
        private Map<UUID, byte[]> bodiesOf(List<Cast> taken) throws SQLException {
            Map<UUID, byte[]> bodies = new HashMap<>();
            if (taken.isEmpty()) {
                return bodies;
            }
            try (var select = connection.prepareStatement("select w.agent, c.body from unnest(?::uuid[], ?::bytea[]) w"
                    + " (agent, tag) join cast_request c on c.round = ? and c.tag = w.tag")) {
                select.setArray(1, array("uuid", taken, Cast::agent));
                select.setArray(2, bytes(taken, Cast::tag));
                select.setObject(3, round);
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        bodies.put(row.getObject(1, UUID.class), row.getBytes(2));
                    }
                }
            }
            return bodies;
        }

        private static CastOutcome outcome(Cast cast, Found found, boolean accepted, byte @Nullable [] other) {
            if (accepted
                    || (found.repeated() && found.same())
                    || (other != null && Arrays.equals(other, cast.body()))) {
                return CastOutcome.Counted.of(cast.commitment());
            }
            return new CastOutcome.Refused(refusal(found, other != null));
        }

        private static Refusal refusal(Found found, boolean storedByOthers) {
            if (!found.open()) {
                return Refusal.VOTE_NOT_OPEN;
            }
            if (found.repeated() || storedByOthers) {
                return Refusal.KEY_REUSED;
            }
            return found.seat() == null ? Refusal.NOT_ON_ROLL : Refusal.ALREADY_VOTED;
        }

        private <T> Array array(String type, List<Cast> from, Function<Cast, @Nullable T> value) throws SQLException {
            return connection.createArrayOf(type, from.stream().map(value).toArray());
        }

        private Array bytes(List<Cast> from, Function<Cast, byte[]> value) throws SQLException {
            return connection.createArrayOf("bytea", from.stream().map(value).toArray(byte[][]::new));
        }
    }
}
