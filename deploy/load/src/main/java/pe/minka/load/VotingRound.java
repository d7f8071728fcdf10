package pe.minka.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A round of twelve options, announced, opened, closed and counted through the service's API.
 *
 * @param options in the order of their positions
 */
record VotingRound(UUID id, Replica replica, Issuer issuer, List<String> options) {

    static final String APPROVAL = "PRIORITISE_PROBLEMS";
    static final String RANKING = "PRIORITISE_THEMES";
    static final int OPTIONS = 12;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    static VotingRound open(Ground ground, Replica replica, Electorate electorate) {
        return open(ground, replica, electorate, APPROVAL);
    }

    static VotingRound open(Ground ground, Replica replica, Electorate electorate, String kind) {
        var titles = IntStream.range(0, OPTIONS)
                .mapToObj(i -> "{\"title\":\"Opción " + i + "\"}")
                .collect(Collectors.joining(","));
        var announced = send(
                replica,
                ground.issuer(),
                "/v1/processes/" + electorate.process() + "/rounds",
                "{\"kind\":\"" + kind + "\",\"title\":\"Ronda medida\",\"options\":[" + titles + "]}");
        var options = new ArrayList<String>();
        announced
                .get("options")
                .forEach(option -> options.add(option.get("option").asText()));
        var round =
                new VotingRound(UUID.fromString(announced.get("round").asText()), replica, ground.issuer(), options);
        round.act("opening");
        return round;
    }

    JsonNode close() {
        return act("closing");
    }

    JsonNode tally() {
        return act("tally");
    }

    private JsonNode act(String act) {
        return send(replica, issuer, "/v1/rounds/" + id + "/" + act, "");
    }

    private static JsonNode send(Replica replica, Issuer issuer, String path, String body) {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(replica.address().resolve(path))
                            .header("Authorization", "Bearer " + issuer.officer("polling-officer", Electorate.ENTITY))
                            .header("Content-Type", "application/json")
                            .header("Idempotency-Key", UUID.randomUUID().toString())
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(path + " answered " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(path + " answered no JSON", unreadable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }

    URI ballots(Replica at) {
        return at.address().resolve("/v1/rounds/" + id + "/ballots");
    }

    /** One to three options, by the number of the voter. */
    String choices(int voter) {
        var first = voter % OPTIONS;
        return "{\"choices\":["
                + IntStream.rangeClosed(0, voter % 3)
                        .mapToObj(i -> '"' + options.get((first + i) % OPTIONS) + '"')
                        .collect(Collectors.joining(","))
                + "]}";
    }

    /** The whole request as it goes over the wire. */
    byte[] request(Electorate.Voter voter, String key, String body) {
        return ("POST /v1/rounds/" + id + "/ballots HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                        + voter.token() + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key
                        + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
