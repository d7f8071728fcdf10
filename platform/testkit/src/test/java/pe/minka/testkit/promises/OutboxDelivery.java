package pe.minka.testkit.promises;

import io.quarkus.test.junit.QuarkusTest;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A measurement, not a test: how long an event takes from its transaction to a consumer. Run by name only:
 * {@code mvn -pl platform/testkit verify -Dit.test=OutboxDelivery}.
 */
@QuarkusTest
@WithMinkaStack
class OutboxDelivery {

    private static final Logger LOG = Logger.getLogger(OutboxDelivery.class);
    private static final int WARM_UP = 200;
    private static final int REQUESTS = 1_500;
    private static final int A_SECOND = 50;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @ConfigProperty(name = "minka.topic-prefix")
    String prefix;

    @Test
    void from_transaction_to_consumer() throws InterruptedException {
        MotionsIT.table("first " + UUID.randomUUID());
        var clerks = Executors.newScheduledThreadPool(4);
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                brokers,
                "group.id",
                "measurement",
                "auto.offset.reset",
                "latest",
                "fetch.max.wait.ms",
                "10");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(prefix + "minka.assembly.v1"));
            while (consumer.assignment().isEmpty()) {
                consumer.poll(Duration.ofMillis(100));
            }
            for (int i = 0; i < WARM_UP + REQUESTS; i++) {
                clerks.schedule(
                        () -> MotionsIT.table("Tree " + UUID.randomUUID()),
                        1_000L * i / A_SECOND,
                        TimeUnit.MILLISECONDS);
            }
            LOG.infof("Milliseconds from transaction to consumer: %s", listen(consumer));
        } finally {
            clerks.shutdownNow();
        }
    }

    private static String listen(KafkaConsumer<String, String> consumer) {
        var delays = new ArrayList<Long>();
        while (delays.size() < WARM_UP + REQUESTS) {
            var messages = consumer.poll(Duration.ofMillis(100));
            var now = Instant.now();
            messages.forEach(message -> {
                var time = new String(message.headers().lastHeader("ce_time").value(), StandardCharsets.UTF_8);
                delays.add(Duration.between(Instant.parse(time), now).toMillis());
            });
        }
        var measured = new ArrayList<>(delays.subList(WARM_UP, delays.size()));
        Collections.sort(measured);
        return "p50 " + at(measured, 50) + ", p90 " + at(measured, 90) + ", p99 " + at(measured, 99) + ", most "
                + measured.get(measured.size() - 1) + "; " + measured.size() + " events at " + A_SECOND + " a second";
    }

    private static long at(List<Long> sorted, int percent) {
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
