package pe.minka.registry.territory;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The indicators of an entity as the other features read them. */
@ApplicationScoped
public class PublishedFigures {

    private final PublishIndicators indicators;

    PublishedFigures(PublishIndicators indicators) {
        this.indicators = indicators;
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
}
