package pe.minka.platform.runtime.caller;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A token is what the issuer signed for Minka, now, with a published key; all that looks like one is none. */
class AccessTokensTest {

    private static final String ISSUER = "https://id.example/realms/minka";

    private static RSAKey key;
    private static RSAKey other;

    @TempDir
    Path folder;

    private Path published;
    private IssuerKeys keys;
    private AccessTokens tokens;

    @BeforeAll
    static void keys() throws JOSEException {
        key = rsa("first");
        other = rsa("second");
    }

    @BeforeEach
    void publish() throws IOException {
        published = folder.resolve("certs.json");
        publish(key);
        keys = new IssuerKeys(published.toUri().toURL(), Duration.ofHours(1), Duration.ZERO);
        keys.look();
        tokens = new AccessTokens(keys, ISSUER, "minka");
    }

    @Test
    void what_the_issuer_signed_is_read_with_its_roles_and_lists() throws Exception {
        var token = tokens.read(signed(claims(), header(), new RSASSASigner(key)));

        assertThat(token.getName()).isEqualTo("account-1");
        assertThat(token.roles()).containsExactlyInAnyOrder("registrar", "auditor");
        assertThat(token.texts("entities")).containsExactly("300305");
        assertThat(token.text("agent")).isEmpty();
        assertThat(token.texts("territories")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "iss, https://id.example/realms/other",
        "iss,",
        "aud, account",
        "aud,",
        "sub,",
        "exp,",
        "typ, ID",
        "typ, Refresh",
    })
    void a_claim_that_is_another_or_missing_makes_it_none(String claim, String value) throws Exception {
        refused(signed(claims().claim(claim, value), header(), new RSASSASigner(key)));
    }

    @Test
    void one_second_too_late_or_too_early_it_is_none() throws Exception {
        var now = Instant.now();
        refused(signed(claims().expirationTime(Date.from(now.minusSeconds(1))), header(), new RSASSASigner(key)));
        refused(signed(claims().notBeforeTime(Date.from(now.plusSeconds(60))), header(), new RSASSASigner(key)));
    }

    @Test
    void unsigned_or_signed_with_what_everybody_knows_it_is_none() throws Exception {
        refused(new PlainJWT(claims().build()).serialize());
        var publicBytes = key.toRSAPublicKey().getEncoded();
        refused(signed(
                claims(), header(JWSAlgorithm.HS256, builder -> builder.keyID("first")), new MACSigner(publicBytes)));
    }

    @Test
    void a_key_that_the_token_itself_brings_is_not_asked() throws Exception {
        var bringing =
                header(JWSAlgorithm.RS256, builder -> builder.keyID("first").jwk(other.toPublicJWK()));
        var pointing = header(
                JWSAlgorithm.RS256,
                builder -> builder.keyID("first").jwkURL(URI.create("https://elsewhere.example/certs")));
        var nameless = header(JWSAlgorithm.RS256, builder -> {});

        refused(signed(claims(), bringing, new RSASSASigner(other)));
        refused(signed(claims(), pointing, new RSASSASigner(other)));
        refused(signed(claims(), nameless, new RSASSASigner(key)));
    }

    @Test
    void a_method_that_the_key_is_not_for_makes_it_none() throws Exception {
        refused(signed(claims(), header(JWSAlgorithm.RS512, builder -> builder.keyID("first")), new RSASSASigner(key)));
        refused(signed(claims(), header(JWSAlgorithm.PS256, builder -> builder.keyID("first")), new RSASSASigner(key)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "e30.e30.e30", "eyJhbGciOiJSUzI1NiJ9..", "\u0000"})
    void what_is_no_token_at_all_is_refused_like_one(String text) {
        refused(text);
    }

    @Test
    void a_changed_letter_makes_it_none() throws Exception {
        var token = signed(claims(), header(), new RSASSASigner(key));
        int middle = token.indexOf('.') + 20;
        char changed = token.charAt(middle) == 'A' ? 'B' : 'A';

        refused(token.substring(0, middle) + changed + token.substring(middle + 1));
    }

    @Test
    void a_key_is_believed_from_the_moment_it_is_published_until_it_no_longer_is() throws Exception {
        var token = signed(
                claims(), header(JWSAlgorithm.RS256, builder -> builder.keyID("second")), new RSASSASigner(other));
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(IssuerKeys.UnknownKey.class);

        publish(key, other);
        keys.look();
        assertThat(tokens.read(token).subject()).isEqualTo("account-1");

        publish(key);
        keys.look();
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(IssuerKeys.UnknownKey.class);
    }

    @Test
    void while_the_issuer_is_away_the_known_keys_hold() throws Exception {
        Files.delete(published);

        assertThatThrownBy(keys::look).isInstanceOf(IOException.class);
        assertThat(tokens.read(signed(claims(), header(), new RSASSASigner(key)))
                        .subject())
                .isEqualTo("account-1");
    }

    @Test
    void invented_keys_do_not_make_the_issuer_busy() throws Exception {
        var calm = new IssuerKeys(published.toUri().toURL(), Duration.ofHours(1), Duration.ofHours(1));
        calm.look();
        Files.delete(published);

        calm.look();

        assertThat(new AccessTokens(calm, ISSUER, "minka")
                        .read(signed(claims(), header(), new RSASSASigner(key)))
                        .subject())
                .isEqualTo("account-1");
    }

    @Test
    void who_comes_while_the_issuer_is_away_does_not_wait_for_it_in_a_line() throws Exception {
        Files.delete(published);
        var alone = new IssuerKeys(published.toUri().toURL(), Duration.ofHours(1), Duration.ofHours(1));
        assertThatThrownBy(alone::look).isInstanceOf(IOException.class).hasNoCause();

        publish(key);

        assertThatThrownBy(alone::look).hasMessage("asked a moment ago");
    }

    @Test
    void a_key_for_secrets_signs_nothing() throws Exception {
        Files.writeString(
                published,
                new JWKSet(new RSAKey.Builder(key)
                                .keyUse(KeyUse.ENCRYPTION)
                                .build()
                                .toPublicJWK())
                        .toString());
        keys.look();

        refused(signed(claims(), header(), new RSASSASigner(key)));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.read(token)).isInstanceOf(BadJOSEException.class);
    }

    private void publish(RSAKey... all) throws IOException {
        Files.writeString(
                published,
                new JWKSet(List.of(all).stream()
                                .map(each -> (com.nimbusds.jose.jwk.JWK) each)
                                .toList())
                        .toPublicJWKSet()
                        .toString());
    }

    private static RSAKey rsa(String name) throws JOSEException {
        return new RSAKeyGenerator(2048)
                .keyID(name)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(new Algorithm("RS256"))
                .generate();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("minka")
                .subject("account-1")
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("typ", "Bearer")
                .claim("realm_access", Map.of("roles", List.of("registrar", "auditor")))
                .claim("entities", List.of("300305"));
    }

    private static JWSHeader header() {
        return header(JWSAlgorithm.RS256, builder -> builder.keyID("first"));
    }

    private static JWSHeader header(JWSAlgorithm method, Consumer<JWSHeader.Builder> more) {
        var builder = new JWSHeader.Builder(method).type(JOSEObjectType.JWT);
        more.accept(builder);
        return builder.build();
    }

    private static String signed(JWTClaimsSet.Builder claims, JWSHeader header, JWSSigner signer) throws JOSEException {
        var token = new SignedJWT(header, claims.build());
        token.sign(signer);
        return token.serialize();
    }
}
