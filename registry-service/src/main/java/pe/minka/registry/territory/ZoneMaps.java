package pe.minka.registry.territory;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The maps of zones of the entities, by the day they begin. A map never changes; a later one takes its place. */
@ApplicationScoped
class ZoneMaps {

    private final EntityManager database;
    private final AgroalDataSource rows;
    private final Clock clock;

    ZoneMaps(EntityManager database, AgroalDataSource rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional
    void publish(EntityCode entity, String scheme, ZoneMap map) {
        map.mustBeCoherent();
        var id = UUID.randomUUID();
        int inserted = database.createNativeQuery(
                        "insert into zone_map (id, entity, scheme, effective_from, act, published_at)"
                                + " values (:id, :entity, :scheme, :from, :act, :now) on conflict do nothing")
                .setParameter("id", id)
                .setParameter("entity", entity.value())
                .setParameter("scheme", scheme)
                .setParameter("from", map.effectiveFrom())
                .setParameter("act", map.act())
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
        if (inserted == 0) {
            throw Problem.conflict("zone-map-exists")
                    .with("effectiveFrom", map.effectiveFrom())
                    .toException();
        }
        try (var connection = rows.getConnection();
                var insert = connection.prepareStatement(
                        "insert into zone_unit (map, code, name, level, parent, delegates) values (?, ?, ?, ?, ?, ?)")) {
            for (ZoneMap.Unit unit : map.units()) {
                insert.setObject(1, id);
                insert.setString(2, unit.code());
                insert.setString(3, unit.name());
                insert.setString(4, unit.level());
                insert.setString(5, unit.parent());
                insert.setInt(6, unit.delegates());
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("zones could not be stored", failed);
        }
    }

    /** The map in force on a day. */
    @Transactional
    Optional<ZoneMap> on(EntityCode entity, String scheme, LocalDate day) {
        return database.createNativeQuery(
                        "select id, effective_from, act from zone_map where entity = :entity and scheme = :scheme"
                                + " and effective_from <= :day order by effective_from desc limit 1",
                        Tuple.class)
                .setParameter("entity", entity.value())
                .setParameter("scheme", scheme)
                .setParameter("day", day)
                .getResultStream()
                .findFirst()
                .map(row -> map((Tuple) row));
    }

    private ZoneMap map(Tuple row) {
        return new ZoneMap(
                row.get("effective_from", LocalDate.class),
                row.get("act", String.class),
                units(row.get("id", UUID.class)));
    }

    private List<ZoneMap.Unit> units(UUID map) {
        var units = new ArrayList<ZoneMap.Unit>();
        database.createNativeQuery(
                        "select code, name, level, parent, delegates from zone_unit where map = :map order by code",
                        Tuple.class)
                .setParameter("map", map)
                .getResultList()
                .forEach(row -> {
                    var unit = (Tuple) row;
                    units.add(new ZoneMap.Unit(
                            unit.get("code", String.class),
                            unit.get("name", String.class),
                            unit.get("level", String.class),
                            unit.get("parent", String.class),
                            unit.get("delegates", Integer.class)));
                });
        return units;
    }
}
