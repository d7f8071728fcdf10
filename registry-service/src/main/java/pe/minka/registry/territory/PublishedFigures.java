package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import pe.minka.platform.core.EntityCode;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The indicators of an entity as the other features read them. */
@ApplicationScoped
public class PublishedFigures {

    private final PublishIndicators indicators;
    private final EntityManager database;

    PublishedFigures(PublishIndicators indicators, EntityManager database) {
        this.indicators = indicators;
        this.database = database;
    }

    /**
     * The figures of one zone.
     *
     * @param values by indicator, exact
     * @param units by indicator
     */
    public record Figures(String source, int version, Map<String, BigDecimal> values, Map<String, String> units) {}

    /** @return empty where nothing was published of that scheme, year and zone */
    public Optional<Figures> of(EntityCode entity, String scheme, int year, String zone) {
        return indicators
                .read(entity, scheme, year, null)
                .map(published -> {
                    var values = new LinkedHashMap<String, BigDecimal>();
                    var units = new LinkedHashMap<String, String>();
                    published.values().stream()
                            .filter(value -> value.zone().equals(zone))
                            .forEach(value -> {
                                values.put(value.indicator(), new BigDecimal(value.value()));
                                units.put(value.indicator(), value.unit());
                            });
                    return new Figures(published.source(), published.version(), values, units);
                })
                .filter(figures -> !figures.values().isEmpty());
    }

    /** An indicator of a zone as it was measured last, in whichever scheme. */
    public Optional<BigDecimal> newest(EntityCode entity, String zone, String indicator) {
        List<?> found = database.createNativeQuery(
                        "select v.value ->> 'value' from indicator_set s, jsonb_array_elements(cast(s.values_ as jsonb)) as v(value)"
                                + " where s.entity = :entity and v.value ->> 'zone' = :zone and v.value ->> 'indicator' = :indicator"
                                + " and not exists (select 1 from indicator_set n where n.entity = s.entity and n.scheme = s.scheme"
                                + " and n.year = s.year and n.version > s.version)"
                                + " order by s.year desc, s.published_at desc, s.id limit 1",
                        String.class)
                .setParameter("entity", entity.value())
                .setParameter("zone", zone)
                .setParameter("indicator", indicator)
                .getResultList();
        return found.stream()
                .map(value -> new BigDecimal(String.valueOf(value)))
                .findFirst();
    }
}
