package pe.minka.registry.credential;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.caller.Roles;
import pe.minka.platform.runtime.caller.Scope;
import pe.minka.platform.runtime.idempotency.Idempotent;
import pe.minka.registry.territory.Entities;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The published keys by which an entity's credentials are verified: a JWK set (RFC 7517, RFC 8037). */
@Path("/v1/entities/{entity}/credential-keys")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Credentials")
class CredentialKeyResource {

    private static final String KEYS = """
            {"keys":[{"kty":"OKP","crv":"Ed25519","kid":"3a7c2d052a44","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",\
            "alg":"EdDSA","use":"sig","createdAt":"2016-03-21T15:00:00Z"}]}""";

    private final CredentialKeys keys;
    private final Entities entities;
    private final Caller caller;

    CredentialKeyResource(CredentialKeys keys, Entities entities, Caller caller) {
        this.keys = keys;
        this.entities = entities;
        this.caller = caller;
    }

    /**
     * @param x the key itself, base64url
     * @param retiredAt nothing is signed by it since; what was signed before still verifies
     */
    @Schema(name = "CredentialKey")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record KeyView(
            String kty,
            String crv,
            String kid,
            String x,
            String alg,
            String use,
            Instant createdAt,
            @Nullable Instant retiredAt) {}

    @Schema(name = "CredentialKeys")
    record KeysView(List<KeyView> keys) {}

    @GET
    @PermitAll
    @Scope(Scope.PUBLIC)
    @Transactional
    @Operation(
            operationId = "listCredentialKeys",
            summary = "Keys that verify credentials",
            description =
                    "The one in use first, and those retired: a JWK set to be kept on a device that verifies without a connection.")
    @APIResponse(
            responseCode = "200",
            description = "All keys of the entity",
            content =
                    @Content(
                            schema = @Schema(implementation = KeysView.class),
                            examples = @ExampleObject(name = "keys", value = KEYS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public KeysView listCredentialKeys(@PathParam("entity") EntityCode entity) {
        entities.known(entity);
        return view(entity);
    }

    @POST
    @Path("/rotation")
    @RolesAllowed(Roles.ENTITY_ADMIN)
    @Scope(Scope.OWN)
    @Idempotent
    @Operation(
            operationId = "rotateCredentialKey",
            summary = "Sign by a new key from now on",
            description =
                    "Cards already handed out still verify by the key that is retired. After a leak of the key print new cards and take the retired key off the devices.")
    @APIResponse(
            responseCode = "201",
            description = "The keys, the new one first",
            content =
                    @Content(
                            schema = @Schema(implementation = KeysView.class),
                            examples = @ExampleObject(name = "keys", value = KEYS)))
    @APIResponse(responseCode = "404", description = "`not-found`")
    public Response rotateCredentialKey(@PathParam("entity") EntityCode entity) {
        entities.known(entity);
        caller.mustActFor(entity);
        keys.rotate(entity);
        return Response.created(URI.create("/v1/entities/" + entity + "/credential-keys"))
                .entity(view(entity))
                .build();
    }

    private KeysView view(EntityCode entity) {
        return new KeysView(
                keys.published(entity).stream().map(CredentialKeyResource::view).toList());
    }

    private static KeyView view(CredentialKeys.Published key) {
        try {
            var parameters = JsonWebKey.Factory.newJwk(key.key()).toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
            return new KeyView(
                    String.valueOf(parameters.get("kty")),
                    String.valueOf(parameters.get("crv")),
                    key.id(),
                    String.valueOf(parameters.get("x")),
                    "EdDSA",
                    "sig",
                    key.createdAt(),
                    key.retiredAt());
        } catch (JoseException impossible) {
            throw new IllegalStateException("a verification key could not be written", impossible);
        }
    }
}
