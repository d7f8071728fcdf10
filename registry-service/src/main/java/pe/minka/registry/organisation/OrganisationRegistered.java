package pe.minka.registry.organisation;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;

import java.util.UUID;

/**
 * An organisation was registered with an entity, or what is registered of it was corrected. Keyed by entity.
 *
 * @param version how often it was corrected; the highest is the last word
 */
public record OrganisationRegistered(
        UUID organisation,
        EntityCode entity,
        String name,
        OrganisationKind kind,
        Sector sector,
        @Nullable String zone,
        long version)
        implements DomainEvent {

    static OrganisationRegistered of(Organisation organisation) {
        return new OrganisationRegistered(
                organisation.id(),
                organisation.entity(),
                organisation.name(),
                organisation.kind(),
                organisation.sector(),
                organisation.zone(),
                organisation.version());
    }

    static OrganisationRegistered of(UUID id, EntityCode entity, Organisations.Statement statement) {
        return new OrganisationRegistered(
                id, entity, statement.name(), statement.kind(), statement.kind().sector(), statement.zone(), 0);
    }

    @Override
    public String key() {
        return entity.value();
    }

    @Override
    public String subject() {
        return organisation.toString();
    }
}
