package pe.minka.load;

import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Issues access tokens as Keycloak does (RS256, 2,048 bits) and publishes its key where Keycloak would, so that the
 * service under load checks each token as it does in production.
 */
final class Issuer implements AutoCloseable {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String KEY_ID = "load-1";

    private final KeyPair keys;
    private final HttpServer server;

    private Issuer(KeyPair keys, HttpServer server) {
        this.keys = keys;
        this.server = server;
    }

    static Issuer start() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var keys = generator.generateKeyPair();
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var published = keySet((RSAPublicKey) keys.getPublic()).getBytes(StandardCharsets.UTF_8);
            server.createContext("/realms/minka/protocol/openid-connect/certs", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, published.length);
                exchange.getResponseBody().write(published);
                exchange.close();
            });
            server.start();
            return new Issuer(keys, server);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/realms/minka");
    }

    /** Good for six hours, which is longer than any run. */
    String participant(UUID agent) {
        return token("participant", "\"agent\":\"" + agent + "\",");
    }

    String officer(String role, String entity) {
        return token(role, "\"entities\":[\"" + entity + "\"],");
    }

    private String token(String role, String more) {
        var now = Instant.now();
        var claims = "{\"iss\":\"" + address()
                + "\",\"aud\":[\"minka\",\"account\"],\"typ\":\"Bearer\",\"azp\":\"minka-demo\","
                + "\"sub\":\"" + UUID.randomUUID() + "\",\"jti\":\"" + UUID.randomUUID() + "\",\"sid\":\""
                + UUID.randomUUID() + "\"," + more + "\"realm_access\":{\"roles\":[\"" + role
                + "\",\"offline_access\",\"uma_authorization\"]},\"scope\":\"openid profile\",\"iat\":"
                + now.getEpochSecond() + ",\"exp\":"
                + now.plus(Duration.ofHours(6)).getEpochSecond() + "}";
        var signed = encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}") + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has RSA", impossible);
        }
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String keySet(RSAPublicKey key) {
        return "{\"keys\":[{\"kid\":\"" + KEY_ID + "\",\"kty\":\"RSA\",\"alg\":\"RS256\",\"use\":\"sig\",\"n\":\""
                + unsigned(key.getModulus()) + "\",\"e\":\"" + unsigned(key.getPublicExponent()) + "\"}]}";
    }

    private static String unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        int from = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
