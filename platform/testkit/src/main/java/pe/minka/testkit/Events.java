package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.events.EventNames;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;

/**
 * The other end of the broker: publishes as another service would, and hears what the service under test publishes.
 * What goes either way is held to the schema of its contract.
 */
public final class Events {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, Events> BY_BROKER = new HashMap<>();

    private final String brokers;
    private final String prefix;
    private final KafkaProducer<String, String> producer;
    private final Map<String, Topic> topics = new HashMap<>();

    private Events(String brokers, String prefix) {
        this.brokers = brokers;
        this.prefix = prefix;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "linger.ms", "0"),
                new StringSerializer(),
                new StringSerializer());
    }

    /**
     * An event as it lay on its topic.
     *
     * @param type the whole CloudEvents type
     */
    public record Heard(
            UUID id, String type, String subject, String key, Instant time, int partition, long offset, JsonNode body) {

        @Override
        public String toString() {
            return type + " of " + key + ": " + body;
        }
    }

    /**
     * Publishes an event as its service would; returns when the broker has it.
     *
     * @param type the middle of its type, {@code process-called}
     * @param body JSON text, a tree ({@link Examples#event}), or a record; its {@code process}, or else its
     *     {@code entity}, is the key
     * @return its id, for publishing it again
     */
    public static UUID publish(String service, String type, Object body) {
        var id = UUID.randomUUID();
        publish(id, service, type, body);
        return id;
    }

    /** The same with an id of the caller's: twice the same id is one event, delivered twice. */
    public static void publish(UUID id, String service, String type, Object body) {
        var tree = Json.tree(body);
        var key = tree.path("process").asText(tree.path("entity").asText(""));
        publish(id, service, type, key, tree);
    }

    /** The same with a key of its own. */
    public static void publish(UUID id, String service, String type, String key, Object body) {
        var tree = Json.tree(body);
        Schemas.mustBeValid(service, type, tree);
        current().send(id, service, type, key, tree.toString());
    }

    /** Publishes what is not held to any schema, to see how a consumer bears it. */
    public static void publishUnchecked(UUID id, String service, String type, String key, String body) {
        current().send(id, service, type, key, body);
    }

    /**
     * Waits for an event of the service under test, from the first it ever published.
     *
     * @param wanted asked of each body
     */
    public static Heard await(String service, String type, Predicate<JsonNode> wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = published(service, type).stream()
                    .filter(event -> wanted.test(event.body()))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("no such " + type + " of " + service + " within " + PATIENCE + "; there were "
                        + published(service, type));
            }
            Eventually.pause();
        }
    }

    /** All events of a type that lie on the service's topic now, in the order of their partitions. */
    public static List<Heard> published(String service, String type) {
        var whole = "minka." + service + "." + type + ".v1";
        return published(service).stream()
                .filter(event -> event.type().equals(whole))
                .toList();
    }

    /** All events that lie on the service's topic now, each held to its schema. */
    public static List<Heard> published(String service) {
        var events = current();
        return events.topic(EventNames.topic(events.prefix, service), service).read();
    }

    /** What the service under test gave up; not held to any schema. */
    public static List<Heard> deadLetters(String service) {
        var events = current();
        return events.topic(EventNames.deadLetterTopic(events.prefix, service), null)
                .read();
    }

    private static Events current() {
        var config = ConfigProvider.getConfig();
        var brokers = config.getValue("kafka.bootstrap.servers", String.class);
        var prefix = config.getOptionalValue("minka.topic-prefix", String.class).orElse("");
        synchronized (BY_BROKER) {
            return BY_BROKER.computeIfAbsent(brokers + " " + prefix, each -> new Events(brokers, prefix));
        }
    }

    private void send(UUID id, String service, String type, String key, String body) {
        var message = new ProducerRecord<>(EventNames.topic(prefix, service), key, body);
        var headers = Map.of(
                "content-type",
                "application/json",
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_source",
                "/minka/" + service,
                "ce_type",
                "minka." + service + "." + type + ".v1",
                "ce_subject",
                key,
                "ce_time",
                Instant.now().toString());
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(message).get();
        } catch (ExecutionException | InterruptedException lost) {
            throw new AssertionError("the broker did not take the event", lost);
        }
    }

    private synchronized Topic topic(String name, @Nullable String service) {
        return topics.computeIfAbsent(name, each -> new Topic(each, service, brokers));
    }

    /** One topic read from its beginning, further at each question. */
    private static final class Topic {

        private final String name;
        private final @Nullable String service;
        private final KafkaConsumer<String, String> consumer;
        private final List<Heard> heard = new ArrayList<>();

        Topic(String name, @Nullable String service, String brokers) {
            this.name = name;
            this.service = service;
            this.consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            brokers,
                            "auto.offset.reset",
                            "earliest",
                            "enable.auto.commit",
                            "false"),
                    new StringDeserializer(),
                    new StringDeserializer());
        }

        synchronized List<Heard> read() {
            assignAll();
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(message -> heard.add(heard(message)));
            }
            return List.copyOf(heard);
        }

        private void assignAll() {
            var partitions = consumer.partitionsFor(name, Duration.ofSeconds(5));
            if (partitions != null && partitions.size() > consumer.assignment().size()) {
                consumer.assign(partitions.stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList());
                consumer.seekToBeginning(consumer.assignment());
                heard.clear();
            }
        }

        private Heard heard(ConsumerRecord<String, String> message) {
            var type = header(message, "ce_type");
            var body = Json.read(message.value());
            if (service != null) {
                Schemas.mustBeValid(service, type.split("\\.", -1)[2], body);
            }
            return new Heard(
                    UUID.fromString(header(message, "ce_id")),
                    type,
                    header(message, "ce_subject"),
                    message.key(),
                    Instant.parse(header(message, "ce_time")),
                    message.partition(),
                    message.offset(),
                    body);
        }

        private static String header(ConsumerRecord<String, String> message, String name) {
            var header = message.headers().lastHeader(name);
            if (header == null) {
                throw new AssertionError("an event without " + name + ": " + message.value());
            }
            return new String(header.value(), StandardCharsets.UTF_8);
        }
    }
}
