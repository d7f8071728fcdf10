package pe.minka.platform.runtime.caller;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The one who calls: identity, roles, and the entities and territories that the token reaches. */
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Caller(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The account's stable id; {@code anonymous} without a token. */
    public String subject() {
        return identity.isAnonymous() ? "anonymous" : Objects.requireNonNullElse(token.getSubject(), "anonymous");
    }

    public boolean hasRole(String role) {
        return identity.hasRole(role);
    }

    /** The agent this account belongs to, for participants and members of committees. */
    public Optional<AgentId> agent() {
        Object claim = claim("agent");
        try {
            return claim == null ? Optional.empty() : Optional.of(AgentId.fromString(text(claim)));
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

    private Set<String> texts(String name) {
        return claim(name) instanceof Collection<?> values
                ? values.stream().map(Caller::text).collect(Collectors.toSet())
                : Set.of();
    }

    private @Nullable Object claim(String name) {
        return identity.isAnonymous() ? null : token.getClaim(name);
    }

    private static String text(Object claim) {
        return claim instanceof JsonString string ? string.getString() : String.valueOf(claim);
    }
}
