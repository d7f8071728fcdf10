package pe.minka.registry.territory;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;

import java.util.List;

/**
 * Indicators of an entity's zones for one year are published. Keyed by entity.
 *
 * @param scheme the map of zones that they are for
 * @param version 1 for the first publication of that scheme and year; each later one replaces the one before
 */
public record IndicatorsPublished(
        EntityCode entity,
        String scheme,
        int year,
        int version,
        String source,
        List<IndicatorSheet.Zone> zones,
        List<IndicatorSheet.Value> values)
        implements DomainEvent {

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return scheme + "/" + year;
    }
}
