package pe.minka.testkit;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Access tokens as the identity provider would issue them, signed by the issuer that services under test trust.
 *
 * <pre>{@code Tokens.as("registrar").entity("300305").token()}</pre>
 */
public final class Tokens {

    private final List<String> roles = new ArrayList<>();
    private final List<String> entities = new ArrayList<>();
    private final List<String> territories = new ArrayList<>();
    private String subject;
    private @Nullable String agent;
    private String issuer = TestIssuer.ISSUER;
    private String audience = "minka";
    private Instant issuedAt = Instant.now();
    private boolean forged;

    private Tokens(List<String> roles) {
        this.roles.addAll(roles);
        this.subject = String.join("+", roles);
    }

    /** The subject is named after the roles: two tokens of the same roles are the same account unless told otherwise. */
    public static Tokens as(String... roles) {
        return new Tokens(List.of(roles));
    }

    public Tokens subject(String account) {
        subject = account;
        return this;
    }

    /** An entity (MEF code) that the roles hold for; may be given several times. */
    public Tokens entity(String code) {
        entities.add(code);
        return this;
    }

    /** A territory (INEI prefix) that a regional reader sees; may be given several times. */
    public Tokens territory(String prefix) {
        territories.add(prefix);
        return this;
    }

    public Tokens agent(UUID id) {
        agent = id.toString();
        return this;
    }

    public Tokens agent(String id) {
        agent = id;
        return this;
    }

    public Tokens issuedBy(String otherIssuer) {
        issuer = otherIssuer;
        return this;
    }

    public Tokens meantFor(String otherAudience) {
        audience = otherAudience;
        return this;
    }

    /** Ended an hour ago. */
    public Tokens expired() {
        issuedAt = Instant.now().minus(Duration.ofHours(2));
        return this;
    }

    /** Signed by a key that nobody trusts. */
    public Tokens forged() {
        forged = true;
        return this;
    }

    /** The encoded token, good for an hour. */
    public String token() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(audience)
                .subject(subject)
                .issueTime(Date.from(issuedAt))
                .expirationTime(Date.from(issuedAt.plus(Duration.ofHours(1))))
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.copyOf(roles)))
                .claim("entities", List.copyOf(entities))
                .claim("territories", List.copyOf(territories))
                .claim("agent", agent)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(TestIssuer.KEY_ID)
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
        return token.serialize();
    }

    private PrivateKey key() {
        return forged
                ? TestIssuer.newKeys().getPrivate()
                : TestIssuer.privateKey(ConfigProvider.getConfig().getValue(TestIssuer.PRIVATE_KEY, String.class));
    }
}
