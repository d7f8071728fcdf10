package pe.minka.platform.runtime.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Optional;
import java.util.Set;

/** The one who calls: identity, roles, and the entities and territories that the token reaches. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;

    Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The account's stable id; {@code anonymous} without a token. */
    public String subject() {
        return token().map(AccessToken::subject).orElse("anonymous");
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The agent this account belongs to, for participants and members of committees. */
    public Optional<AgentId> agent() {
        try {
            return token().flatMap(token -> token.text("agent")).map(AgentId::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** Whether the caller's roles hold for this entity. */
    public boolean actsFor(EntityCode entity) {
        return hasRole(Roles.PLATFORM_ADMIN)
                || hasRole(Roles.SERVICE)
                || texts("entities").contains(entity.value());
    }

    /** The entity that a clerk works for; empty where the token reaches none or several. */
    public Optional<EntityCode> soleEntity() {
        var entities = texts("entities");
        return entities.size() == 1 ? entities.stream().findFirst().map(EntityCode::new) : Optional.empty();
    }

    /** Refuses as if the thing were unknown: an entity out of reach shows nothing, not even that something exists. */
    public void mustActFor(EntityCode entity) {
        if (!actsFor(entity)) {
            throw Problem.notFound().toException();
        }
    }

    /** Whether figures of an entity may be read: by whoever's roles hold for it, or by a reader of its territory. */
    public boolean mayRead(EntityCode entity, Ubigeo seat) {
        return actsFor(entity)
                || (hasRole(Roles.REGIONAL_READER)
                        && texts("territories").stream()
                                .anyMatch(prefix ->
                                        !prefix.isBlank() && seat.value().startsWith(prefix)));
    }

    /** Refuses as if the thing were unknown. */
    public void mustRead(EntityCode entity, Ubigeo seat) {
        if (!mayRead(entity, seat)) {
            throw Problem.notFound().toException();
        }
    }

    private Set<String> texts(String claim) {
        return token().map(token -> token.texts(claim)).orElse(Set.of());
    }

    private Optional<AccessToken> token() {
        return identity.getPrincipal() instanceof AccessToken token ? Optional.of(token) : Optional.empty();
    }
}
