package pe.minka.allocation.imports;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How long a million lines of execution take, from the first byte sent to the last line taken, and once more unchanged.
 * No part of the usual run: {@code mvn -pl allocation-service verify -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=MillionLinesMeasure -Dlines=1000000}.
 */
@QuarkusTest
@WithMinkaStack
class MillionLinesMeasure {

    private static final Logger LOG = Logger.getLogger(MillionLinesMeasure.class);
    private static final int LINES = Integer.getInteger("lines", 1_000_000);
    private static final int ENTITIES = 1_891;

    @Test
    void a_million_lines_are_taken_in_two_minutes_at_constant_memory() throws Exception {
        for (var attempt : new String[] {"new", "unchanged"}) {
            long began = System.nanoTime();
            var file = send();
            long received = System.nanoTime();
            long taken = await(file, attempt.equals("new") ? "added" : "unchanged");
            LOG.infof(
                    "%s: %d lines received in %.1f s, taken after %.1f s, heap in use at the end of a collection %d MB",
                    attempt, LINES, (received - began) / 1e9, (System.nanoTime() - began) / 1e9, heap());
            assertThat(taken).isEqualTo(LINES);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMinutes(2));
        }
    }

    private static String send() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/v1/imports?kind=execution"))
                .header("Authorization", "Bearer " + Tokens.as("platform-admin").token())
                .header("Content-Type", "text/csv")
                .header("Content-Encoding", "gzip")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofInputStream(MillionLinesMeasure::generated))
                .build();
        var answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private static long await(String file, String count) throws InterruptedException {
        while (true) {
            var answer = given().auth()
                    .oauth2(Tokens.as("platform-admin").token())
                    .get(file)
                    .then()
                    .statusCode(200)
                    .extract();
            if (answer.path("endedAt") != null) {
                return ((Number) answer.path(count)).longValue();
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }

    private static InputStream generated() {
        try {
            var in = new PipedInputStream(1 << 16);
            var out = new PipedOutputStream(in);
            new Thread(() -> write(out), "lines").start();
            return in;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(PipedOutputStream out) {
        try (var lines =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(out), StandardCharsets.UTF_8))) {
            lines.write("fiscal_year,sec_ejec,cui,rubro,municipality,pia,pim,certified,annual_commitment,"
                    + "monthly_commitment,accrued,disbursed\n");
            for (int i = 0; i < LINES; i++) {
                int amount = 1_000 + i % 900_000;
                lines.write("2025," + (300_000 + i % ENTITIES) + ',' + (2_000_000 + i / ENTITIES) + ",18,Obra " + i
                        + ','
                        + amount + ',' + (amount - i % 2) + ',' + amount + ',' + amount + ',' + amount + ',' + amount
                        + ',' + amount + '\n');
            }
        } catch (IOException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private static long heap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getCollectionUsage() != null)
                        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                        .sum()
                >> 20;
    }
}
