package pe.minka.platform.runtime.caller;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import java.text.ParseException;
import java.util.Objects;
import java.util.Set;

/**
 * Reads access tokens (RFC 7519): signed by a published key of the one issuer that this service trusts, with a method for
 * public keys, meant for Minka, and neither early nor late. All else is no token.
 */
@Singleton
class AccessTokens {

    static final Set<JWSAlgorithm> METHODS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();

    AccessTokens(
            IssuerKeys keys,
            @ConfigProperty(name = "minka.identity.issuer") String issuer,
            @ConfigProperty(name = "minka.identity.audience") String audience) {
        processor.setJWSKeySelector(keys);
        processor.setJWTClaimsSetVerifier(limits(issuer, audience));
    }

    private static DefaultJWTClaimsVerifier<SecurityContext> limits(String issuer, String audience) {
        var exact = new JWTClaimsSet.Builder().issuer(issuer).build();
        var limits = new DefaultJWTClaimsVerifier<SecurityContext>(audience, exact, Set.of("sub", "exp")) {
            @Override
            public void verify(JWTClaimsSet claims, SecurityContext context) throws BadJWTException {
                super.verify(claims, context);
                mustBeForCalls(claims);
            }
        };
        limits.setMaxClockSkew(0);
        return limits;
    }

    /** Keycloak signs what identifies a person to a frontend with the same key, and names it in the claim {@code typ}. */
    private static void mustBeForCalls(JWTClaimsSet claims) throws BadJWTException {
        if (!Objects.requireNonNullElse(claims.getClaim("typ"), "Bearer").equals("Bearer")) {
            throw new BadJWTException("not an access token");
        }
    }

    /** @throws IssuerKeys.UnknownKey if it is signed by a key that was not published when the keys were last looked at */
    AccessToken read(String encoded) throws BadJOSEException, IssuerKeys.UnknownKey {
        try {
            var claims = processor.process(encoded, null);
            return new AccessToken(claims.getSubject(), claims.getClaims());
        } catch (IssuerKeys.UnknownKey unknown) {
            throw unknown;
        } catch (ParseException | JOSEException unreadable) {
            throw new BadJOSEException("not a signed token", unreadable);
        }
    }
}
