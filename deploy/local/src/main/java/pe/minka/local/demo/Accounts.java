package pe.minka.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The accounts of the local realm: their tokens, and new ones for agents, as an operator enrols them. */
public final class Accounts {

    /** Of every account of the local realm, which is for demonstration only. */
    public static final String PASSWORD = "minka";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final URI keycloak;
    private final String enrolmentSecret;

    private record Token(String text, Instant until) {}

    /** @param enrolmentSecret of the client {@code minka-enrolment}, which may create accounts */
    public Accounts(URI keycloak, String enrolmentSecret) {
        this.keycloak = keycloak;
        this.enrolmentSecret = enrolmentSecret;
    }

    public String tokenOf(String username) {
        return tokens.compute(username, (name, known) -> isFresh(known) ? known : login(name))
                .text();
    }

    private static boolean isFresh(Token known) {
        return known != null && Instant.now().isBefore(known.until());
    }

    private Token login(String username) {
        return token(Map.of(
                "grant_type", "password", "client_id", "minka-demo", "username", username, "password", PASSWORD));
    }

    private Token token(Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var answer = send(HttpRequest.newBuilder(URI.create(keycloak + "/realms/minka/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
        JsonNode token = read(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("no token for " + form.get("username") + ": " + answer.body());
        }
        var lifetime = Duration.ofSeconds(token.get("expires_in").asLong());
        return new Token(
                token.get("access_token").asText(), Instant.now().plus(lifetime).minus(MARGIN));
    }

    /** Gives an agent an account with the role of a participant; harmless where there is one already. */
    public void enrol(String username, String agent, String entity) {
        var user = Map.of(
                "username",
                username,
                "enabled",
                true,
                "emailVerified",
                true,
                "email",
                username + "@example.pe",
                "firstName",
                "Agente",
                "lastName",
                username,
                "attributes",
                Map.of("agent", List.of(agent), "entities", List.of(entity)),
                "groups",
                List.of("/participants"),
                "credentials",
                List.of(Map.of("type", "password", "value", PASSWORD, "temporary", false)));
        var answer = send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/minka/users"))
                .header("Authorization", "Bearer " + enrolmentToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(write(user))));
        if (answer.statusCode() != 201 && answer.statusCode() != 409) {
            throw new IllegalStateException("account " + username + " refused: " + answer.body());
        }
    }

    private String enrolmentToken() {
        return tokens.compute(
                        "client minka-enrolment",
                        (name, known) -> isFresh(known)
                                ? known
                                : token(Map.of(
                                        "grant_type", "client_credentials",
                                        "client_id", "minka-enrolment",
                                        "client_secret", enrolmentSecret)))
                .text();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException notJson) {
            throw new IllegalStateException("not JSON: " + text, notJson);
        }
    }

    private static String write(Object content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
