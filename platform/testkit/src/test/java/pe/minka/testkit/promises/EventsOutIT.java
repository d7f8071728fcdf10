package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.testkit.assembly.MotionTabled;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@QuarkusTest
@WithMinkaStack
class EventsOutIT {

    private static final int MOTIONS = 60;

    @Inject
    AgroalDataSource database;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    @Test
    void with_two_replicas_each_event_goes_out_once_and_in_the_order_of_its_key() throws Exception {
        var entities = List.of("300401", "300402", "300403");
        var second = new SecondRelay(database, brokers);
        var threads = Executors.newFixedThreadPool(entities.size());
        try {
            List<Callable<Void>> clerks = new ArrayList<>();
            for (String entity : entities) {
                clerks.add(() -> {
                    for (int i = 0; i < MOTIONS; i++) {
                        table(entity);
                    }
                    return null;
                });
            }
            for (var clerk : threads.invokeAll(clerks)) {
                clerk.get();
            }
        } finally {
            threads.shutdownNow();
            Eventually.that(() -> assertThat(waiting()).isZero());
            second.stop();
        }

        for (String entity : entities) {
            assertThat(heard(entity)).hasSize(MOTIONS).isEqualTo(stored(entity));
        }
    }

    @Test
    void a_batch_that_is_repeated_after_a_crash_keeps_its_ids() throws SQLException {
        table("300404");
        Eventually.that(() -> assertThat(waiting()).isZero());
        execute("update outbox set published_at = null where event_key = '300404'");
        table("300404");

        Eventually.that(() -> assertThat(heard("300404")).hasSize(3));
        assertThat(heard("300404").get(1)).isEqualTo(heard("300404").get(0));
        assertThat(heard("300404").stream().distinct().toList()).isEqualTo(stored("300404"));
    }

    @Test
    void an_event_outside_a_transaction_would_be_a_lie() {
        assertThatThrownBy(() -> outbox.append(
                        new MotionTabled(UUID.randomUUID(), new EntityCode("300405"), "A well", Soles.of("1.00"))))
                .isInstanceOf(IllegalStateException.class);
    }

    private static void table(String entity) {
        MotionsIT.asFacilitator()
                .auth()
                .oauth2(Tokens.as("facilitator").entity(entity).token())
                .header("Idempotency-Key", UUID.randomUUID())
                .body(MotionsIT.motion("Tree " + UUID.randomUUID(), entity))
                .post("/v1/motions")
                .then()
                .statusCode(201);
    }

    private static List<UUID> heard(String entity) {
        return Events.published("assembly", "motion-tabled").stream()
                .filter(event -> event.key().equals(entity))
                .map(Events.Heard::id)
                .toList();
    }

    private List<UUID> stored(String entity) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select event_id from outbox where event_key = ? order by position")) {
            select.setString(1, entity);
            try (var rows = select.executeQuery()) {
                var found = new ArrayList<UUID>();
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
                return found;
            }
        }
    }

    private long waiting() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from outbox where published_at is null");
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            statement.execute();
        }
    }
}
