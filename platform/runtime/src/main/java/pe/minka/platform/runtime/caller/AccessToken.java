package pe.minka.platform.runtime.caller;

import org.jspecify.annotations.Nullable;

import java.security.Principal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the identity provider says of the one who calls, once it is known that it was the provider who said so.
 *
 * @param subject the account's stable id
 * @param claims by name; values are texts, numbers, lists and maps
 */
record AccessToken(String subject, Map<String, Object> claims) implements Principal {

    @Override
    public String getName() {
        return subject;
    }

    Optional<String> text(String claim) {
        return Optional.ofNullable(claims.get(claim)).map(String::valueOf);
    }

    Set<String> texts(String claim) {
        return texts(claims.get(claim));
    }

    /** Those of the realm. */
    Set<String> roles() {
        return claims.get("realm_access") instanceof Map<?, ?> access ? texts(access.get("roles")) : Set.of();
    }

    private static Set<String> texts(@Nullable Object values) {
        return values instanceof Collection<?> several
                ? several.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
