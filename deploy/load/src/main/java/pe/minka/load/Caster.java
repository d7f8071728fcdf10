package pe.minka.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A voter's program: three outcomes, and what is unknown is asked again with the same key. */
final class Caster {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int ATTEMPTS = 200;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final VotingRound round;
    private final Electorate electorate;

    Caster(VotingRound round, Electorate electorate) {
        this.round = round;
        this.electorate = electorate;
    }

    /** @param status of the answer; 0 where none came: then nobody knows yet what became of the ballot */
    record Outcome(int voter, int status, String body) {

        boolean isAcknowledged() {
            return status == 201;
        }

        /** Whether the same request has to be sent again to learn it. */
        boolean isOpen() {
            return status == 0 || status >= 500 || (status == 409 && body.contains("request-in-flight"));
        }
    }

    Outcome cast(Replica at, int voter, String key, String body) {
        var request = HttpRequest.newBuilder(round.ballots(at))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + electorate.voters().get(voter).token())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            return new Outcome(voter, answer.statusCode(), answer.body());
        } catch (IOException noAnswer) {
            return new Outcome(voter, 0, "");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while measuring", stopped);
        }
    }

    /** Asks one replica after the other until it is known. */
    Outcome settle(Replica[] replicas, int voter, String key, String body) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var outcome = cast(replicas[(voter + attempt) % replicas.length], voter, key, body);
            if (!outcome.isOpen()) {
                return outcome;
            }
            Pause.of(100, TimeUnit.MILLISECONDS);
        }
        throw new IllegalStateException("what became of a ballot was never told");
    }

    /** Sends a ballot and goes away before the answer: the work is done, and nobody hears of it. */
    void castAndLeave(Replica at, int voter, String key, String body) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), at.port())) {
            socket.getOutputStream().write(round.request(electorate.voters().get(voter), key, body));
            socket.getOutputStream().flush();
            // long enough for the work, and the answer is never read
            Pause.of(100, TimeUnit.MILLISECONDS);
            socket.setSoLinger(true, 0);
        } catch (IOException gone) {
            throw new IllegalStateException("a ballot could not be sent", gone);
        }
    }
}
