package pe.minka.transparency.audit;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.sql.SQLException;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class AuditTrailIT {

    @Inject
    AgroalDataSource database;

    private static Response trail(Cycle cycle, int records) {
        return Eventually.value(() -> {
            var found = Cycle.anyone().get("/v1/processes/{p}/audit-trail", cycle.process());
            found.then().statusCode(200).body("items", hasSize(records));
            return found;
        });
    }

    @Test
    @Tag("SJM-27")
    void each_change_says_in_which_office_when_and_what_it_was_before_and_the_log_has_its_hash() {
        var cycle = Cycle.somewhere()
                .tell("registry", "process-called")
                .tell("workshop", "proposal-evaluated", event -> event.put("opinion", "OBSERVED"))
                .tell("workshop", "proposal-evaluated", event -> event.put("opinion", "VIABLE"));

        var found = trail(cycle, 3);
        found.then()
                .body("items.kind", contains("ProcessCalled", "ProposalEvaluated", "ProposalEvaluated"))
                .body("items.office", contains("registrar", "evaluator", "evaluator"))
                .body("items[1].before", nullValue())
                .body("items[1].after.opinion", equalTo("OBSERVED"))
                .body("items[2].before.opinion", equalTo("OBSERVED"))
                .body("items[2].after.opinion", equalTo("VIABLE"))
                .body("items.intact", everyItem(equalTo(true)));
        Cycle.anyone()
                .queryParam("subject", found.<String>path("items[2].sha256"))
                .get("/v1/log/entries")
                .then()
                .body("items", hasSize(1))
                .body("items[0].kind", equalTo("data-changed"))
                .body("items[0].entry.statement.event", equalTo(found.path("items[2].event")));
        Cycle.anyone()
                .queryParam("limit", 1)
                .queryParam("after", found.<Number>path("items[0].number"))
                .get("/v1/processes/{p}/audit-trail", cycle.process())
                .then()
                .body("items", hasSize(1))
                .body("next", equalTo(found.path("items[1].number")));
    }

    @Test
    @Tag("SJM-27")
    void agents_are_not_in_it() {
        var cycle = Cycle.somewhere().tell("registry", "agent-accredited").tell("registry", "process-called");

        trail(cycle, 1).then().body("items.kind", contains("ProcessCalled"));
    }

    @Test
    @Tag("SJM-27")
    void who_alters_a_record_in_the_database_is_seen() throws SQLException {
        var cycle = Cycle.somewhere().tell("registry", "process-called");
        var event = UUID.fromString(trail(cycle, 1).path("items[0].event"));

        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(
                            "update audit_record set office = 'nobody' where event_id = '" + event + "'"))
                    .hasMessageContaining("append-only");
            // a superuser takes the lock off the door
            statement.execute("begin; alter table audit_record disable trigger audit_record_is_append_only;"
                    + " update audit_record set office = 'nobody' where event_id = '" + event + "';"
                    + " alter table audit_record enable trigger audit_record_is_append_only; commit");
        }

        var seen = trail(cycle, 1);
        assertThat(seen.<Boolean>path("items[0].intact")).isFalse();
    }
}
