package pe.minka.platform.runtime.caller;

import com.nimbusds.jose.proc.BadJOSEException;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.security.spi.runtime.BlockingSecurityExecutor;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.problem.Problem;

import java.io.IOException;

/** Who calls is said by the token in the header {@code Authorization} (RFC 6750). */
@Singleton
class BearerTokens implements HttpAuthenticationMechanism {

    private static final Logger LOG = Logger.getLogger(BearerTokens.class);
    private static final String SCHEME = "Bearer ";

    private final AccessTokens tokens;
    private final IssuerKeys keys;
    private final BlockingSecurityExecutor threads;

    BearerTokens(AccessTokens tokens, IssuerKeys keys, BlockingSecurityExecutor threads) {
        this.tokens = tokens;
        this.keys = keys;
        this.threads = threads;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager providers) {
        var token = token(request);
        if (token == null) {
            return Uni.createFrom().nullItem();
        }
        try {
            return Uni.createFrom().item(identity(tokens.read(token)));
        } catch (BadJOSEException refused) {
            return Uni.createFrom().failure(new AuthenticationFailedException(refused));
        } catch (IssuerKeys.UnknownKey notYet) {
            return threads.executeBlocking(() -> identity(readWithKeysOfNow(token)));
        }
    }

    private AccessToken readWithKeysOfNow(String token) {
        try {
            keys.look();
            return tokens.read(token);
        } catch (BadJOSEException | IssuerKeys.UnknownKey refused) {
            throw new AuthenticationFailedException(refused);
        } catch (IOException away) {
            LOG.warnf("A token cannot be checked, the identity provider does not say its keys: %s", away.getMessage());
            throw Problem.of(503, "temporarily-unavailable").toException();
        }
    }

    private static SecurityIdentity identity(AccessToken token) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addRoles(token.roles())
                .build();
    }

    private static @Nullable String token(RoutingContext request) {
        var header = request.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return Uni.createFrom()
                .item(new ChallengeData(
                        HttpResponseStatus.UNAUTHORIZED.code(), HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
    }
}
