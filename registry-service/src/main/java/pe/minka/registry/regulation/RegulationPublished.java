package pe.minka.registry.regulation;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;

import java.time.LocalDate;

/**
 * A text of a regulation is published. Keyed by the entity, or by the regulation where it is a national norm.
 *
 * @param entity absent for a national norm
 * @param sha256 of the document in canonical form
 * @param document the effective document, with the defaults of the norm filled in
 */
public record RegulationPublished(
        String regulation,
        int version,
        @Nullable EntityCode entity,
        String title,
        LocalDate effectiveFrom,
        String sha256,
        JsonNode document)
        implements DomainEvent {

    @Override
    public String key() {
        return entity == null ? regulation : entity.value();
    }

    @Override
    public String subject() {
        return regulation + "/" + version;
    }
}
