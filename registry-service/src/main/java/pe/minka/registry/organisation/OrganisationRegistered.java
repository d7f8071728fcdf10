package pe.minka.registry.organisation;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;

import java.util.UUID;

/** An organisation was registered with an entity. Keyed by entity. */
public record OrganisationRegistered(
        UUID organisation,
        EntityCode entity,
        String name,
        OrganisationKind kind,
        Sector sector,
        @Nullable String zone) implements DomainEvent {

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return organisation.toString();
    }
}
