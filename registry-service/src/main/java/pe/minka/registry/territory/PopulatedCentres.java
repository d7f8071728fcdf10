package pe.minka.registry.territory;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Stores populated centres many at a time, at the latest when their transaction ends, and notes what they change. */
@ApplicationScoped
class PopulatedCentres {

    private static final int TOGETHER = 2_000;
    private static final String STORE = """
            with given as (
                select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[])
                    as g (ubigeo, name, category, area, population, altitude)
            ), known as (
                select t.* from territory t join given g using (ubigeo)
            ), stored as (
                insert into territory (ubigeo, level, name, category, area, population, altitude, last_list)
                select ubigeo, 'POPULATED_CENTRE', name, category, area, population, altitude, ?::uuid from given
                on conflict (ubigeo) do update set name = excluded.name, category = excluded.category,
                    area = excluded.area, population = excluded.population, altitude = excluded.altitude,
                    last_list = excluded.last_list
                returning ubigeo
            )
            insert into territory_difference (list, ubigeo, kind, before, after, at)
            select ?::uuid, g.ubigeo, case when k.ubigeo is null then 'NEW' else 'CHANGED' end,
                case when k.ubigeo is not null then concat_ws(' · ', k.name, k.category, k.area, k.population, k.altitude) end,
                concat_ws(' · ', g.name, g.category, g.area, g.population, g.altitude), ?::timestamptz
            from given g join stored using (ubigeo) left join known k using (ubigeo)
            where k.ubigeo is null or (k.name, k.category, k.area, k.population, k.altitude)
                is distinct from (g.name, g.category, g.area, g.population, g.altitude)
            on conflict (list, ubigeo) do update set after = excluded.after
            """;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Clock clock;
    private volatile Set<String> districts = Set.of();

    PopulatedCentres(AgroalDataSource database, TransactionSynchronizationRegistry transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What one transaction has still to store. */
    private static final class Waiting {
        private final Map<String, PopulatedCentre> centres = new LinkedHashMap<>();
        private boolean districtsRead;
    }

    /** Whether the centre lies in a known district; then it is stored with the transaction. */
    boolean take(PopulatedCentre centre, UUID list) {
        var waiting = waiting(list);
        if (!districts.contains(centre.district()) && !readAnew(waiting).contains(centre.district())) {
            return false;
        }
        waiting.centres.put(centre.code().value(), centre);
        if (waiting.centres.size() >= TOGETHER) {
            store(waiting, list);
        }
        return true;
    }

    private Waiting waiting(UUID list) {
        if (transactions.getResource(list) instanceof Waiting known) {
            return known;
        }
        var waiting = new Waiting();
        transactions.putResource(list, waiting);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                    store(waiting, list);
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
        return waiting;
    }

    /** Districts come, seldom; none goes. They are read once, and again where one is asked for that is not there. */
    private Set<String> readAnew(Waiting waiting) {
        if (!waiting.districtsRead) {
            districts = readDistricts();
            waiting.districtsRead = true;
        }
        return districts;
    }

    private Set<String> readDistricts() {
        var known = new HashSet<String>();
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select ubigeo from territory where level = 'DISTRICT'");
                var rows = query.executeQuery()) {
            while (rows.next()) {
                known.add(rows.getString(1));
            }
            return Set.copyOf(known);
        } catch (SQLException failed) {
            throw new IllegalStateException("districts could not be read", failed);
        }
    }

    private void store(Waiting waiting, UUID list) {
        if (waiting.centres.isEmpty()) {
            return;
        }
        var centres = waiting.centres.values();
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(STORE)) {
            statement.setArray(
                    1, column(connection, centres, centre -> centre.code().value()));
            statement.setArray(2, column(connection, centres, PopulatedCentre::name));
            statement.setArray(3, column(connection, centres, PopulatedCentre::category));
            statement.setArray(4, column(connection, centres, PopulatedCentre::area));
            statement.setArray(5, column(connection, centres, PopulatedCentre::population));
            statement.setArray(6, column(connection, centres, PopulatedCentre::altitude));
            statement.setObject(7, list);
            statement.setObject(8, list);
            statement.setString(9, clock.instant().toString());
            statement.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException("populated centres could not be stored", failed);
        }
        waiting.centres.clear();
    }

    private static java.sql.Array column(
            Connection connection,
            Collection<PopulatedCentre> centres,
            Function<PopulatedCentre, @Nullable Object> value)
            throws SQLException {
        return connection.createArrayOf(
                "text",
                centres.stream()
                        .map(centre -> {
                            var cell = value.apply(centre);
                            return cell == null ? null : cell.toString();
                        })
                        .toArray(String[]::new));
    }
}
