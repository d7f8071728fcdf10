package pe.minka.transparency.process;

import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.EntityFact;
import pe.minka.transparency.fact.EntityFact.EntityRegistered;
import pe.minka.transparency.fact.EntityFact.IndicatorsPublished;
import pe.minka.transparency.fact.EntityFact.OrganisationRegistered;
import pe.minka.transparency.fact.FactListener;
import pe.minka.transparency.fact.Heard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known of entities, their organisations and zones. */
@Singleton
@Priority(FactListener.READ_MODEL)
class EntityFacts implements FactListener {

    private final Statements database;

    EntityFacts(Statements database) {
        this.database = database;
    }

    @Override
    public void heard(List<Heard> facts) {
        var ofEntities = facts.stream()
                .map(Heard::fact)
                .filter(EntityFact.class::isInstance)
                .map(EntityFact.class::cast)
                .toList();
        if (!ofEntities.isEmpty()) {
            write(ofEntities);
        }
    }

    private void write(List<EntityFact> facts) {
        register(only(facts, EntityRegistered.class));
        organise(only(facts, OrganisationRegistered.class));
        count(only(facts, IndicatorsPublished.class));
        database.batch(
                "update read_model.process set revision = revision + 1, touched_at = clock_timestamp() where entity = ?",
                facts.stream()
                        .map(fact -> fact.entity().value())
                        .distinct()
                        .sorted()
                        .toList(),
                entity -> new Object[] {entity});
    }

    private void register(List<EntityRegistered> entities) {
        database.batch(
                "insert into read_model.entity (entity, name, kind, ubigeo, region, province, district, population)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (entity) do update set name = excluded.name,"
                        + " kind = excluded.kind, ubigeo = excluded.ubigeo, region = excluded.region,"
                        + " province = excluded.province, district = excluded.district, population = excluded.population",
                entities,
                entity -> new Object[] {
                    entity.entity().value(),
                    entity.name(),
                    entity.kind(),
                    entity.ubigeo().value(),
                    entity.region(),
                    entity.province(),
                    entity.district(),
                    entity.population()
                });
    }

    private void organise(List<OrganisationRegistered> organisations) {
        database.batch(
                "insert into read_model.organisation (organisation, entity, kind, sector, zone) values (?, ?, ?, ?, ?)"
                        + " on conflict (organisation) do update set kind = excluded.kind, sector = excluded.sector, zone = excluded.zone",
                organisations,
                organisation -> new Object[] {
                    organisation.organisation(),
                    organisation.entity().value(),
                    organisation.kind(),
                    organisation.sector(),
                    organisation.zone()
                });
    }

    private void count(List<IndicatorsPublished> published) {
        database.batch(
                "insert into read_model.zone_value (entity, scheme, year, version, zone, zone_name, indicator, unit, value)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                        + " on conflict (entity, scheme, year, version, zone, indicator) do update set value = excluded.value",
                published.stream().flatMap(EntityFacts::rows).toList(),
                row -> row);
    }

    private static Stream<Object[]> rows(IndicatorsPublished published) {
        Map<String, String> names = published.zones().stream()
                .collect(Collectors.toMap(
                        IndicatorsPublished.Zone::code, IndicatorsPublished.Zone::name, (first, second) -> second));
        return published.values().stream().map(value -> new Object[] {
            published.entity().value(),
            published.scheme(),
            published.year(),
            published.version(),
            value.zone(),
            names.getOrDefault(value.zone(), value.zone()),
            value.indicator(),
            value.unit(),
            new BigDecimal(value.value())
        });
    }

    private static <F> List<F> only(List<EntityFact> facts, Class<F> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
