package pe.minka.testkit.promises;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@WithTestResource(OwnBroker.class)
class BrokerAwayIT {

    Map<String, Runnable> broker;

    @Inject
    AgroalDataSource database;

    @Test
    void while_the_broker_is_away_requests_are_answered_and_afterwards_every_event_arrives_in_order() {
        var titles = new ArrayList<String>();
        titles.add(tabled());
        Eventually.that(() -> assertThat(waiting()).isZero());

        broker.get("stop").run();
        for (int i = 0; i < 10; i++) {
            titles.add(tabled());
        }
        given().get("/q/health/ready").then().log().ifValidationFails().statusCode(200);
        given().get("/q/health/live").then().log().ifValidationFails().statusCode(200);
        assertThat(given().get("/q/metrics").asString()).containsPattern("minka_outbox_waiting(\\{[^}]*})? 10\\.0");
        broker.get("start").run();
        titles.add(tabled());

        Eventually.that(() -> assertThat(waiting()).isZero());
        assertThat(Events.published("assembly", "motion-tabled").stream()
                        .map(event -> event.body().path("title").asText())
                        .distinct()
                        .toList())
                .isEqualTo(titles);
    }

    @Test
    void what_others_tell_is_heard_again_when_the_broker_is_back() {
        broker.get("stop").run();
        broker.get("start").run();
        var process = UUID.randomUUID();
        Events.publishUnchecked(
                UUID.randomUUID(),
                "registry",
                "training-held",
                process.toString(),
                "{\"process\":\"" + process + "\",\"heldOn\":\"1\"}");

        Eventually.that(() -> assertThat(heard(process)).isEqualTo(1));
    }

    private static String tabled() {
        var title = "A well " + UUID.randomUUID();
        MotionsIT.table(title);
        return title;
    }

    private long waiting() throws SQLException {
        return count("select count(*) from outbox where published_at is null");
    }

    private long heard(UUID process) throws SQLException {
        return count("select count(*) from training where process = '" + process + "'");
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
