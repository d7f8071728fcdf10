package pe.minka.transparency.fact;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;

import java.util.List;
import java.util.UUID;

/** What the registry tells of an entity, whatever the process. */
public sealed interface EntityFact extends Fact {

    /** A municipality or regional government, and the territory it has its seat in. */
    record EntityRegistered(
            EntityCode entity,
            String name,
            String kind,
            Ubigeo ubigeo,
            @Nullable String region,
            @Nullable String province,
            @Nullable String district,
            @Nullable Integer population)
            implements EntityFact {

        @Override
        public String subject() {
            return entity.value();
        }
    }

    /** An organisation of a territory; {@code sector} tells civil society from the state. */
    record OrganisationRegistered(
            UUID organisation,
            EntityCode entity,
            String kind,
            @Nullable String sector,
            @Nullable String zone) implements EntityFact {

        @Override
        public String subject() {
            return organisation.toString();
        }
    }

    /** What is counted of each zone, for the formula and for comparison. */
    record IndicatorsPublished(
            EntityCode entity,
            String scheme,
            int year,
            int version,
            @Nullable String source,
            List<Zone> zones,
            List<Value> values)
            implements EntityFact {

        public record Zone(String code, String name) {}

        public record Value(
                String zone, String indicator, @Nullable String unit, String value) {}

        @Override
        public String subject() {
            return scheme + "/" + year + "/" + version;
        }
    }
}
