package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.registry.territory.ListDifferences.Difference;
import pe.minka.registry.territory.ListDifferences.Kind;

import java.util.Collection;
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
            select g.ubigeo, case when k.ubigeo is null then 'NEW' else 'CHANGED' end,
                case when k.ubigeo is not null then concat_ws(' · ', k.name, k.category, k.area, k.population, k.altitude) end,
                concat_ws(' · ', g.name, g.category, g.area, g.population, g.altitude)
            from given g join stored using (ubigeo) left join known k using (ubigeo)
            where k.ubigeo is null or (k.name, k.category, k.area, k.population, k.altitude)
                is distinct from (g.name, g.category, g.area, g.population, g.altitude)
            """;
    private static final String NAMED_DISTRICTS =
            "select distinct left(ubigeo, 6) from territory where level = 'POPULATED_CENTRE' and last_list = ? order by 1";
    /** Of one district by the key: all in one join was planned by a table that the list had just filled. */
    private static final String LEFT_OUT = """
            select ubigeo, concat_ws(' · ', name, category, area, population, altitude) from territory
            where ubigeo between ? and ? and level = 'POPULATED_CENTRE' and last_list is distinct from ?
            order by ubigeo
            """;

    private final Statements statements;
    private final TransactionSynchronizationRegistry transactions;
    private final ListDifferences differences;
    private volatile Set<String> districts = Set.of();

    PopulatedCentres(
            Statements statements, TransactionSynchronizationRegistry transactions, ListDifferences differences) {
        this.statements = statements;
        this.transactions = transactions;
        this.differences = differences;
    }

    /** What one transaction has still to store. */
    private static final class Waiting {
        private final Map<String, PopulatedCentre> centres = new LinkedHashMap<>();
        private final boolean rehearsed;
        private boolean districtsRead;

        private Waiting(boolean rehearsed) {
            this.rehearsed = rehearsed;
        }
    }

    /**
     * Whether the centre lies in a known district; then it is stored with the transaction.
     *
     * @param rehearsed whether the transaction will be undone
     */
    boolean take(PopulatedCentre centre, UUID list, boolean rehearsed) {
        var waiting = waiting(list, rehearsed);
        if (!districts.contains(centre.district()) && !readAnew(waiting).contains(centre.district())) {
            return false;
        }
        waiting.centres.put(centre.code().value(), centre);
        if (waiting.centres.size() >= TOGETHER) {
            store(waiting, list);
        }
        return true;
    }

    private Waiting waiting(UUID list, boolean rehearsed) {
        if (transactions.getResource(list) instanceof Waiting known) {
            return known;
        }
        var waiting = new Waiting(rehearsed);
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
        return Set.copyOf(
                statements.list("select ubigeo from territory where level = 'DISTRICT'", row -> row.getString(1)));
    }

    private void store(Waiting waiting, UUID list) {
        if (waiting.centres.isEmpty()) {
            return;
        }
        var centres = waiting.centres.values();
        differences.note(
                list,
                waiting.rehearsed,
                statements.list(
                        STORE,
                        row -> new Difference(
                                row.getString(1),
                                null,
                                Kind.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4)),
                        column(centres, centre -> centre.code().value()),
                        column(centres, PopulatedCentre::name),
                        column(centres, PopulatedCentre::category),
                        column(centres, PopulatedCentre::area),
                        column(centres, PopulatedCentre::population),
                        column(centres, PopulatedCentre::altitude),
                        list));
        waiting.centres.clear();
    }

    /** Tells what the list leaves out of the districts that it names. */
    void finish(UUID list, boolean rehearsed) {
        store(waiting(list, rehearsed), list);
        for (String district : statements.list(NAMED_DISTRICTS, row -> row.getString(1), list)) {
            differences.note(
                    list,
                    rehearsed,
                    statements.list(
                            LEFT_OUT,
                            row -> new Difference(row.getString(1), null, Kind.GONE, row.getString(2), null),
                            district + "0000",
                            district + "9999",
                            list));
        }
        differences.complete(list, rehearsed);
    }

    private static @Nullable String[] column(
            Collection<PopulatedCentre> centres, Function<PopulatedCentre, @Nullable Object> value) {
        return centres.stream()
                .map(centre -> {
                    var cell = value.apply(centre);
                    return cell == null ? null : cell.toString();
                })
                .toArray(String[]::new);
    }
}
