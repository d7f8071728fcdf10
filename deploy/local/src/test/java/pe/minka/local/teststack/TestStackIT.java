package pe.minka.local.teststack;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestStackIT {

    private static final Path ROOT = Path.of(System.getProperty("minka.root"));

    @Test
    void a_second_client_finds_the_stack_that_the_first_started() {
        try (var first = TestStack.attach(ROOT);
                var second = TestStack.attach(ROOT)) {
            assertThat(second.kafkaBootstrapServers()).isEqualTo(first.kafkaBootstrapServers());
            assertThat(second.jdbcUrl("postgres")).isEqualTo(first.jdbcUrl("postgres"));
        }
    }

    @Test
    void a_database_is_made_once_and_needs_its_password() throws SQLException {
        try (var stack = TestStack.attach(ROOT)) {
            stack.dropDatabase("test_stack_it");
            stack.createDatabase("test_stack_it");
            stack.createDatabase("test_stack_it");

            assertThat(version(stack, "test_stack_it")).startsWith("18");
            assertThatThrownBy(() -> DriverManager.getConnection(stack.jdbcUrl("test_stack_it"), stack.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void a_scratch_database_ends_with_its_lease() throws Exception {
        try (var stack = TestStack.attach(ROOT)) {
            String scratch;
            try (var other = TestStack.attach(ROOT)) {
                scratch = other.createScratchDatabase("scratch");
                assertThat(version(other, scratch)).startsWith("18");
            }
            assertThat(becomesUnreachable(stack, scratch)).isTrue();
        }
    }

    @Test
    void a_name_that_is_not_one_of_a_database_is_refused() {
        try (var stack = TestStack.attach(ROOT)) {
            assertThatThrownBy(() -> stack.createDatabase("a; DROP DATABASE postgres"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void a_leased_broker_comes_back_with_its_records() {
        try (var stack = TestStack.attach(ROOT)) {
            var broker = stack.createBroker();
            send(broker.bootstrapServers(), "before the outage");
            broker.stop();
            broker.start();
            send(broker.bootstrapServers(), "after the outage");

            assertThat(received(broker.bootstrapServers(), 2)).containsExactly("before the outage", "after the outage");
        }
    }

    private static void send(String bootstrapServers, String text) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("outage", "one key", text));
        }
    }

    private static List<String> received(String bootstrapServers, int count) {
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers, "group.id", "test", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("outage"));
            var texts = new java.util.ArrayList<String>();
            var deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (texts.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> texts.add(one.value()));
            }
            return texts;
        }
    }

    private static String version(TestStack stack, String database) throws SQLException {
        try (var connection = connect(stack, database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SHOW server_version")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static boolean becomesUnreachable(TestStack stack, String database) throws InterruptedException {
        for (var attempt = 0; attempt < 50; attempt++) {
            try (var connection = connect(stack, database)) {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (SQLException e) {
                return true;
            }
        }
        return false;
    }

    private static Connection connect(TestStack stack, String database) throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(database), stack.user(), stack.password());
    }
}
