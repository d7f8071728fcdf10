package pe.minka.registry.regulation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import org.eclipse.microprofile.jwt.JsonWebToken;
import pe.minka.platform.core.EntityCode;

import java.util.Collection;
import java.util.Optional;

/** Which entities the caller's token reaches. */
@RequestScoped
class Reach {

    private final JsonWebToken token;

    Reach(JsonWebToken token) {
        this.token = token;
    }

    /** The entity that a clerk works for; empty where the token reaches none or several. */
    Optional<EntityCode> soleEntity() {
        return token.getClaim("entities") instanceof Collection<?> entities && entities.size() == 1
                ? entities.stream().findFirst().map(Reach::code)
                : Optional.empty();
    }

    private static EntityCode code(Object claim) {
        return new EntityCode(claim instanceof JsonString text ? text.getString() : String.valueOf(claim));
    }
}
