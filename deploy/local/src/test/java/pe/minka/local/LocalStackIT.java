package pe.minka.local;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pe.minka.local.part.Part;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** PostgreSQL and Kafka only: the whole stack is started by the system tests. */
class LocalStackIT {

    private static final Path ROOT = Path.of(System.getProperty("minka.root"));

    private static final int BASE = 18_100;

    /** One for all tests: each takes the stack as it finds it. */
    @TempDir
    private static Path home;

    @AfterAll
    static void wipe() {
        stack().reset(Progress.SILENT);
    }

    @Test
    void what_was_committed_is_there_after_the_database_was_killed() throws SQLException {
        stack().start(Part.POSTGRES);
        execute(Part.REGISTRY, "CREATE TABLE IF NOT EXISTS kept AS SELECT 'yes' AS answer");
        stack().kill(Part.POSTGRES);
        assertThat(stack().running(Part.POSTGRES)).isFalse();

        stack().start(Part.POSTGRES);

        execute(Part.REGISTRY, "SELECT answer FROM kept");
    }

    @Test
    void a_service_cannot_reach_the_database_of_another() {
        stack().start(Part.POSTGRES);

        assertThatThrownBy(() -> connect(Part.WORKSHOP, Part.REGISTRY))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database");
    }

    @Test
    void a_topic_is_there_after_the_broker_was_killed() throws Exception {
        stack().start(Part.KAFKA);
        createTopic("kept");
        stack().kill(Part.KAFKA);
        assertThat(stack().running(Part.KAFKA)).isFalse();

        stack().start(Part.KAFKA);

        try (var admin = admin()) {
            assertThat(admin.listTopics().names().get()).contains("kept");
        }
    }

    @Test
    void a_later_program_ends_what_an_earlier_one_could_not_write_down() throws IOException {
        stack().start(Part.POSTGRES);
        stack().start(Part.KAFKA);
        Files.delete(stack().home().process("kafka"));
        Files.delete(stack().home().process("postgres"));
        assertThat(stack().running(Part.KAFKA)).isTrue();

        stack().down(Progress.SILENT);

        assertThat(stack().anythingRuns()).isFalse();
    }

    @Test
    void nothing_is_started_when_a_port_is_taken(@TempDir Path fresh) throws IOException {
        var stack = LocalStack.in(ROOT).home(fresh).portBase(BASE + 1000).build();
        try (var other = new ServerSocket(Part.KEYCLOAK.port(BASE + 1000), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> stack.up(Progress.SILENT))
                    .isInstanceOf(StackRefusal.class)
                    .hasMessageContaining(other.getLocalPort() + ", which Keycloak needs");
        }
        assertThat(stack.anythingRuns()).isFalse();
    }

    @Test
    void a_running_stack_keeps_its_ports() {
        stack().start(Part.KAFKA);

        assertThat(LocalStack.in(ROOT).home(home).build().kafkaBootstrapServers())
                .isEqualTo("127.0.0.1:" + Part.KAFKA.port(BASE));
        assertThatThrownBy(() ->
                        LocalStack.in(ROOT).home(home).portBase(19_100).build().up(Progress.SILENT))
                .isInstanceOf(StackRefusal.class)
                .hasMessageContaining("already runs above port " + BASE);
    }

    @Test
    void the_secrets_are_for_their_user_alone_and_data_without_them_is_refused(@TempDir Path fresh) throws IOException {
        var stack = LocalStack.in(ROOT).home(fresh).build();
        stack.secrets();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(stack.home().secrets())))
                .isEqualTo("rw-------");
        Files.createDirectories(stack.home().data(Part.POSTGRES));
        Files.delete(stack.home().secrets());

        assertThatThrownBy(() -> stack.up(Progress.SILENT)).hasMessageContaining("./minka reset");
    }

    @Test
    void a_reset_leaves_nothing_but_its_lock() {
        stack().start(Part.POSTGRES);

        stack().reset(Progress.SILENT);

        assertThat(home).isDirectoryNotContaining(path -> !path.endsWith("lock"));
    }

    private static LocalStack stack() {
        return LocalStack.in(ROOT).home(home).portBase(BASE).build();
    }

    private void execute(Part service, String sql) throws SQLException {
        try (var connection = connect(service, service);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect(Part as, Part to) throws SQLException {
        return DriverManager.getConnection(
                stack().jdbcUrl(to), as.id(), stack().secrets().databasePassword(as));
    }

    private void createTopic(String name) throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, 1, (short) 1))).all().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack().kafkaBootstrapServers()));
    }
}
