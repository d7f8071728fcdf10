package pe.minka.registry.territory;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.Outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Takes in municipalities and their territories; what is known already and unchanged is left alone and told to nobody. */
@ApplicationScoped
public class RegisterMunicipalities {

    private static final String TERRITORIES = "insert into territory"
            + " (ubigeo, level, name, reniec, capital, population, altitude, poverty_percent)"
            + " select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[], ?::numeric[])"
            + " on conflict (ubigeo) do update set name = excluded.name, reniec = excluded.reniec,"
            + " capital = excluded.capital, population = excluded.population, altitude = excluded.altitude,"
            + " poverty_percent = excluded.poverty_percent"
            + " returning ubigeo";
    private static final String LARGER_TERRITORIES = "insert into territory (ubigeo, level, name)"
            + " select * from unnest(?::text[], ?::text[], ?::text[])"
            + " on conflict (ubigeo) do update set name = excluded.name where territory.name <> excluded.name"
            + " returning ubigeo";
    private static final String ENTITIES = "insert into entity (code, kind, name, ubigeo, changed_at)"
            + " select code, kind, name, ubigeo, ?::timestamptz"
            + " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as list (code, kind, name, ubigeo)"
            + " on conflict (code) do update set kind = excluded.kind, name = excluded.name, ubigeo = excluded.ubigeo,"
            + " changed_at = excluded.changed_at, version = entity.version + 1"
            + " where (entity.kind, entity.name, entity.ubigeo) is distinct from (excluded.kind, excluded.name, excluded.ubigeo)"
            + " returning code";

    private final AgroalDataSource database;
    private final Outbox outbox;
    private final Clock clock;

    RegisterMunicipalities(AgroalDataSource database, Outbox outbox, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @return the codes of the entities that are new or changed */
    @Transactional
    Set<String> register(List<Municipality> municipalities) {
        try (var connection = database.getConnection()) {
            larger(
                    connection,
                    municipalities,
                    "REGION",
                    each -> each.ubigeo().region().value(),
                    Municipality::region);
            larger(
                    connection,
                    municipalities,
                    "PROVINCE",
                    each -> each.ubigeo().province().value(),
                    Municipality::province);
            districts(connection, municipalities);
            var changed = entities(connection, municipalities);
            outbox.appendAll(municipalities.stream()
                    .filter(each -> changed.contains(each.entity().value()))
                    .map(EntityRegistered::of)
                    .toList());
            return changed;
        } catch (SQLException failed) {
            throw new IllegalStateException("municipalities could not be stored", failed);
        }
    }

    private static void larger(
            Connection connection,
            List<Municipality> municipalities,
            String level,
            Function<Municipality, String> ubigeo,
            Function<Municipality, String> name)
            throws SQLException {
        var names = new LinkedHashMap<String, String>();
        municipalities.forEach(each -> names.putIfAbsent(ubigeo.apply(each), name.apply(each)));
        upsert(
                connection,
                LARGER_TERRITORIES,
                null,
                names.keySet().toArray(String[]::new),
                names.keySet().stream().map(each -> level).toArray(String[]::new),
                names.values().toArray(String[]::new));
    }

    private static void districts(Connection connection, List<Municipality> municipalities) throws SQLException {
        upsert(
                connection,
                TERRITORIES,
                null,
                column(municipalities, each -> each.ubigeo().value()),
                column(municipalities, each -> "DISTRICT"),
                column(municipalities, Municipality::district),
                column(municipalities, Municipality::reniec),
                column(municipalities, Municipality::capital),
                column(municipalities, Municipality::population),
                column(municipalities, Municipality::altitude),
                column(municipalities, Municipality::povertyPercent));
    }

    private Set<String> entities(Connection connection, List<Municipality> municipalities) throws SQLException {
        return upsert(
                connection,
                ENTITIES,
                clock.instant().toString(),
                column(municipalities, each -> each.entity().value()),
                column(municipalities, each -> each.kind().name()),
                column(municipalities, Municipality::name),
                column(municipalities, each -> each.ubigeo().value()));
    }

    private static @Nullable String[] column(
            List<Municipality> municipalities, Function<Municipality, @Nullable Object> value) {
        return municipalities.stream()
                .map(each -> {
                    var cell = value.apply(each);
                    return cell == null ? null : cell.toString();
                })
                .toArray(String[]::new);
    }

    private static Set<String> upsert(
            Connection connection, String statement, @Nullable String at, @Nullable String[]... columns)
            throws SQLException {
        try (var upsert = connection.prepareStatement(statement)) {
            int parameter = 1;
            if (at != null) {
                upsert.setString(parameter++, at);
            }
            for (var column : columns) {
                upsert.setArray(parameter++, connection.createArrayOf("text", column));
            }
            var changed = new HashSet<String>();
            try (var rows = upsert.executeQuery()) {
                while (rows.next()) {
                    changed.add(rows.getString(1));
                }
            }
            return changed;
        }
    }
}
