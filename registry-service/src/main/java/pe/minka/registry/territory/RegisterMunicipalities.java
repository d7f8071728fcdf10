package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.registry.territory.ListDifferences.Difference;
import pe.minka.registry.territory.ListDifferences.Kind;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes in municipalities and their territories; what is known already and unchanged is left alone and told to nobody. */
@ApplicationScoped
class RegisterMunicipalities {

    /** What a list does not say stays as it is known: a missing code or figure is no news that there is none. */
    private static final String DISTRICT = "insert into territory"
            + " (ubigeo, level, name, reniec, capital, population, altitude, poverty_percent, valid_from, valid_until)"
            + " values (?, 'DISTRICT', ?, ?, ?, ?, ?, ?, coalesce(?::date, date '1900-01-01'), ?::date)"
            + " on conflict (ubigeo) do update set name = excluded.name,"
            + " reniec = coalesce(excluded.reniec, territory.reniec), capital = excluded.capital,"
            + " population = excluded.population, altitude = excluded.altitude,"
            + " poverty_percent = coalesce(excluded.poverty_percent, territory.poverty_percent),"
            + " valid_from = coalesce(?::date, territory.valid_from),"
            + " valid_until = coalesce(excluded.valid_until, territory.valid_until)";

    private static final String LARGER_TERRITORY = "insert into territory (ubigeo, level, name) values (?, ?, ?)"
            + " on conflict (ubigeo) do update set name = excluded.name where territory.name <> excluded.name";
    private static final String ENTITY =
            "insert into entity (code, kind, name, ubigeo, changed_at, last_list, valid_from, valid_until)"
                    + " values (?, ?, ?, ?, ?, ?, ?::date, ?::date)"
                    + " on conflict (code) do update set kind = excluded.kind, name = excluded.name, ubigeo = excluded.ubigeo,"
                    + " changed_at = excluded.changed_at, last_list = excluded.last_list,"
                    + " valid_from = coalesce(excluded.valid_from, entity.valid_from),"
                    + " valid_until = coalesce(excluded.valid_until, entity.valid_until), version = entity.version + 1";
    private static final String KNOWN =
            "select e.code, concat_ws(' · ', e.kind, e.name, e.ubigeo, r.name, p.name, d.name,"
                    + " d.capital, d.reniec, d.population, d.altitude, d.poverty_percent, e.valid_from, e.valid_until), e.ubigeo"
                    + " from entity e join territory d on d.ubigeo = e.ubigeo"
                    + " left join territory p on p.ubigeo = left(e.ubigeo, 4) left join territory r on r.ubigeo = left(e.ubigeo, 2)";
    private static final String NAMED = "update entity set last_list = ? where code = ?";

    private final Statements statements;
    private final ListDifferences differences;
    private final Outbox outbox;
    private final Clock clock;

    RegisterMunicipalities(Statements statements, ListDifferences differences, Outbox outbox, Clock clock) {
        this.statements = statements;
        this.differences = differences;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param rehearsed whether the transaction will be undone */
    @Transactional
    void register(Municipality municipality, UUID list, boolean rehearsed) {
        var before = known(municipality.entity());
        territories(municipality);
        var code = municipality.entity().value();
        if (entityDiffers(municipality)) {
            entity(municipality, list);
        } else {
            statements.execute(NAMED, list, code);
        }
        var after = known(municipality.entity());
        if (!before.equals(after)) {
            var kind = before.isEmpty() ? Kind.NEW : Kind.CHANGED;
            differences.note(
                    list,
                    rehearsed,
                    List.of(new Difference(
                            municipality.ubigeo().value(), code, kind, before.orElse(null), after.orElse(null))));
            outbox.append(EntityRegistered.of(municipality));
        }
    }

    private void territories(Municipality municipality) {
        var ubigeo = municipality.ubigeo();
        statements.execute(LARGER_TERRITORY, ubigeo.region().value(), "REGION", municipality.region());
        statements.execute(LARGER_TERRITORY, ubigeo.province().value(), "PROVINCE", municipality.province());
        statements.execute(
                DISTRICT,
                ubigeo.value(),
                municipality.district(),
                municipality.reniec(),
                municipality.capital(),
                municipality.population(),
                municipality.altitude(),
                municipality.povertyPercent(),
                municipality.validFrom(),
                municipality.validUntil(),
                municipality.validFrom());
    }

    private boolean entityDiffers(Municipality municipality) {
        return statements.count(
                        "select count(*) from entity where code = ? and (kind, name, ubigeo) is not distinct from (?, ?, ?)"
                                + " and valid_from is not distinct from coalesce(?::date, valid_from)"
                                + " and valid_until is not distinct from coalesce(?::date, valid_until)",
                        municipality.entity(),
                        municipality.kind(),
                        municipality.name(),
                        municipality.ubigeo().value(),
                        municipality.validFrom(),
                        municipality.validUntil())
                == 0;
    }

    private void entity(Municipality municipality, UUID list) {
        statements.execute(
                ENTITY,
                municipality.entity(),
                municipality.kind(),
                municipality.name(),
                municipality.ubigeo().value(),
                clock.instant(),
                list,
                municipality.validFrom(),
                municipality.validUntil());
    }

    private Optional<String> known(EntityCode code) {
        return statements.find(KNOWN + " where e.code = ?", row -> row.getString(2), code);
    }

    /** Tells what the list leaves out of the regions that it names. */
    @Transactional
    void finish(UUID list, boolean rehearsed) {
        differences.note(
                list,
                rehearsed,
                statements.list(
                        KNOWN + " where e.kind <> 'REGIONAL_GOVERNMENT' and e.last_list is distinct from ?"
                                + " and left(e.ubigeo, 2) in (select left(ubigeo, 2) from entity where last_list = ?)",
                        row -> new Difference(row.getString(3), row.getString(1), Kind.GONE, row.getString(2), null),
                        list,
                        list));
        differences.complete(list, rehearsed);
    }
}
