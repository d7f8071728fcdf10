package pe.minka.allocation.distribution;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.distribution.ZoneShares.Zone;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.document.Documents;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** The indicators this service has heard of. */
@ApplicationScoped
public class IndicatorSets implements PanacheRepositoryBase<IndicatorSet, IndicatorSet.Key> {

    private final Documents documents;

    IndicatorSets(Documents documents) {
        this.documents = documents;
    }

    record ZoneName(String code, String name) {}

    record ZoneValue(
            String zone, String indicator, @Nullable String unit, String value) {}

    /**
     * Indicators with where they come from.
     *
     * @param version absent where they were given with the request
     */
    record Indicators(
            @Nullable String scheme,
            @Nullable Integer year,
            @Nullable Integer version,
            String source,
            List<Zone> zones) {}

    /** The newest version that was heard of. */
    Optional<Indicators> newest(EntityCode entity, String scheme, int year) {
        return find(
                        "key.entity = ?1 and key.scheme = ?2 and key.year = ?3 order by key.version desc",
                        entity.value(),
                        scheme,
                        year)
                .firstResultOptional()
                .map(this::indicators);
    }

    /** The newest version by zone, with its source. */
    public record Published(String source, int version, List<ZoneIndicators> zones) {}

    /** What the registry published last for a scheme and a year. */
    public Optional<Published> zones(EntityCode entity, String scheme, int year) {
        return newest(entity, scheme, year)
                .map(found -> new Published(
                        found.source(),
                        found.version() == null ? 0 : found.version(),
                        found.zones().stream()
                                .map(zone -> new ZoneIndicators(zone.zone(), zone.name(), zone.values()))
                                .toList()));
    }

    private Indicators indicators(IndicatorSet set) {
        var values = documents.read(set.values, new TypeReference<List<ZoneValue>>() {});
        var zones = documents.read(set.zones, new TypeReference<List<ZoneName>>() {}).stream()
                .map(zone -> {
                    var own = new HashMap<String, BigDecimal>();
                    values.stream()
                            .filter(value -> value.zone().equals(zone.code()))
                            .forEach(value -> own.put(value.indicator(), new BigDecimal(value.value())));
                    return new Zone(zone.code(), zone.name(), own);
                })
                .toList();
        return new Indicators(set.key.scheme(), set.key.year(), set.key.version(), set.source, zones);
    }
}
