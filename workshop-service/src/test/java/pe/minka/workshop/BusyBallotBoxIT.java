package pe.minka.workshop;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.freshKey;

/** More voters than can be served: the next is told at once when to come again, and nobody keeps the door shut. */
@QuarkusTest
@WithMinkaStack
class BusyBallotBoxIT {

    /** More than are let in. */
    private static final int CROWD = 130;

    @Test
    void who_finds_the_door_crowded_is_told_to_come_again_and_then_votes_with_the_same_key() throws Exception {
        var process = RunningProcess.withAgents(1);
        var proposals = process.viableProposals(1);
        var round = process.openRound(proposals);
        var agent = process.agents.get(0);
        var key = freshKey();
        var token = Tokens.as("participant").agent(agent).token();
        var crowd = new ArrayList<Socket>();
        try {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(comeInAndSayNothing(round, token));
            }
            untilTheDoorIsShut(round);
            RestAssured.given()
                    .auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .header("Idempotency-Key", key)
                    .header("Accept-Language", "en-GB, es;q=0.5")
                    .body("{\"choices\":[]}")
                    .post("/v1/rounds/{round}/ballots", round)
                    .then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", matchesPattern("[1-5]"))
                    .header("Content-Language", "en")
                    .body("type", equalTo("urn:minka:problem:ballot-box-busy"))
                    .body("code", equalTo("ballot-box-busy"))
                    .body("title", equalTo("Many ballots are waiting"))
                    .body("instance", startsWith("urn:uuid:"));
            assertThat(Database.count("select count(*) from strike_off where round = '" + round + "'"))
                    .as("nothing was written")
                    .isZero();
            RestAssured.get("/v1/rounds/{round}", round).then().statusCode(200);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }

        for (int attempt = 0; attempt < 100 && !isStruckOff(round); attempt++) {
            cast(round, agent, key, List.of());
            Thread.sleep(50);
        }
        cast(round, agent, key, List.of()).statusCode(201);
    }

    @Test
    void a_connection_that_is_kept_is_told_the_same_before_anything_of_it_is_looked_at() throws Exception {
        var process = RunningProcess.withAgents(1);
        var round = process.openRound(process.viableProposals(1));
        var token = Tokens.as("participant").agent(process.agents.get(0)).token();
        var key = freshKey();
        var crowd = new ArrayList<Socket>();
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            for (int i = 0; i < CROWD; i++) {
                crowd.add(comeInAndSayNothing(round, token));
            }
            untilTheDoorIsShut(round);
            var atTheDoor = Answer.to(connection, ballot(round, token, key));
            var before = Answer.to(connection, ballot(round, token, key));
            var meanwhile = Answer.to(connection, "GET /v1/rounds/" + round + " HTTP/1.1\r\nHost: localhost\r\n\r\n");

            assertThat(atTheDoor.status()).isEqualTo(503);
            assertThat(before.status()).isEqualTo(503);
            assertThat(before.without("retry-after", "content-length"))
                    .containsAllEntriesOf(atTheDoor.without("retry-after", "content-length"));
            assertThat(before.headers().get("retry-after")).matches("[1-5]");
            assertThat(before.headers()).containsEntry("access-control-allow-origin", "*");
            assertThat(before.body().replaceAll("urn:uuid:[-0-9a-f]+", "urn:uuid:"))
                    .isEqualTo(atTheDoor.body().replaceAll("urn:uuid:[-0-9a-f]+", "urn:uuid:"));
            assertThat(before.body()).isNotEqualTo(atTheDoor.body());
            assertThat(meanwhile.status()).isEqualTo(200);

            for (Socket socket : crowd) {
                socket.close();
            }
            var counted = Answer.to(connection, ballot(round, token, key));
            for (int attempt = 0; attempt < 100 && counted.status() != 201; attempt++) {
                Thread.sleep(50);
                counted = Answer.to(connection, ballot(round, token, key));
            }
            assertThat(counted.status()).isEqualTo(201);
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    private static String ballot(UUID round, String token, String key) {
        var body = "{\"choices\":[]}";
        return "POST /v1/rounds/" + round + "/ballots HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + key + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** An answer of HTTP/1.1 on a connection that stays; names of headers in small letters. */
    private record Answer(int status, Map<String, String> headers, String body) {

        static Answer to(Socket connection, String request) throws IOException {
            connection.setSoTimeout(10_000);
            connection.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var in = connection.getInputStream();
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                head.write(in.read());
            }
            var lines = head.toString(StandardCharsets.US_ASCII).split("\r\n");
            var headers = Arrays.stream(lines)
                    .skip(1)
                    .map(line -> line.split(": ", 2))
                    .collect(Collectors.toMap(line -> line[0].toLowerCase(Locale.ROOT), line -> line[1]));
            var body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
            return new Answer(
                    Integer.parseInt(lines[0].split(" ")[1]), headers, new String(body, StandardCharsets.UTF_8));
        }

        Map<String, String> without(String... names) {
            var rest = new HashMap<>(headers);
            rest.keySet().removeAll(List.of(names));
            return rest;
        }
    }

    /** What a stranger is told shows it: before, that he has no token. */
    private static void untilTheDoorIsShut(UUID round) throws InterruptedException {
        for (int attempt = 0; attempt < 100; attempt++) {
            if (RestAssured.given()
                            .contentType("application/json")
                            .body("{\"choices\":[]}")
                            .post("/v1/rounds/{round}/ballots", round)
                            .statusCode()
                    == 503) {
                return;
            }
            Thread.sleep(10);
        }
    }

    private static boolean isStruckOff(UUID round) {
        return Database.count("select count(*) from strike_off where round = '" + round + "'") == 1;
    }

    /** The beginning of a request, whose ballot does not come. */
    private static Socket comeInAndSayNothing(UUID round, String token) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
        socket.getOutputStream()
                .write(("POST /v1/rounds/" + round + "/ballots HTTP/1.1\r\nHost: localhost\r\n"
                                + "Authorization: Bearer " + token
                                + "\r\nContent-Type: application/json\r\nIdempotency-Key: " + freshKey()
                                + "\r\nContent-Length: 100\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
