package pe.minka.allocation.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.distribution.HearIndicatorsPublished.IndicatorsPublished;
import pe.minka.allocation.distribution.IndicatorSets.ZoneName;
import pe.minka.allocation.distribution.IndicatorSets.ZoneValue;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;

/** Keeps each version of an entity's indicators. */
@ApplicationScoped
class HearIndicatorsPublished implements EventHandler<IndicatorsPublished> {

    private final IndicatorSets sets;
    private final Documents documents;

    HearIndicatorsPublished(IndicatorSets sets, Documents documents) {
        this.sets = sets;
        this.documents = documents;
    }

    record IndicatorsPublished(
            EntityCode entity,
            String scheme,
            int year,
            int version,
            String source,
            List<ZoneName> zones,
            List<ZoneValue> values) {}

    @Override
    public String type() {
        return "minka.registry.indicators-published.v1";
    }

    @Override
    public Class<IndicatorsPublished> payload() {
        return IndicatorsPublished.class;
    }

    @Override
    public void on(IndicatorsPublished event, EventMetadata metadata) {
        var key = new IndicatorSet.Key(event.entity().value(), event.scheme(), event.year(), event.version());
        var known = sets.findByIdOptional(key);
        var set = known.orElseGet(IndicatorSet::new);
        set.key = key;
        set.source = event.source();
        set.zones = documents.write(event.zones());
        set.values = documents.write(event.values());
        if (known.isEmpty()) {
            sets.persist(set);
        }
    }
}
