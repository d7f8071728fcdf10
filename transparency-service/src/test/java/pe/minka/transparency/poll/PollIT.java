package pe.minka.transparency.poll;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class PollIT {

    private static void answered(ObjectNode event, String section, int clean, int productive) {
        event.put("round", UUID.randomUUID().toString());
        event.put("kind", "CITIZENS_POLL");
        event.put("zone", section);
        event.put("turnout", clean + productive);
        event.put("roll", 100);
        event.put("blank", 0);
        var tallies = event.putArray("tallies");
        tally(tallies.addObject(), "Ciudad saludable, limpia y verde", clean);
        tally(tallies.addObject(), "Ciudad productiva", productive);
    }

    private static void tally(ObjectNode tally, String title, int votes) {
        tally.put("proposal", UUID.randomUUID().toString());
        tally.put("title", title);
        tally.put("votes", votes);
        tally.put("score", String.valueOf(votes));
    }

    @Test
    @Tag("VES-05")
    void a_closed_poll_is_published_by_option_and_section_and_small_cells_are_kept_back() {
        var cycle = Cycle.somewhere()
                .tell("registry", "process-called")
                .tell("workshop", "round-tallied", event -> answered(event, "Sector 1", 60, 3))
                .tell("workshop", "round-tallied", event -> answered(event, "Sector 2", 50, 9))
                .tell("workshop", "round-tallied", event -> answered(event, "Sector 3", 40, 20));

        Eventually.value(() -> {
            var polls = Cycle.anyone().get("/v1/processes/{p}/polls", cycle.process());
            polls.then()
                    .statusCode(200)
                    .body("items", hasSize(1))
                    .body("items[0].sections", equalTo(3))
                    .body("items[0].turnout", equalTo(182))
                    .body("items[0].options.option", contains("Ciudad productiva", "Ciudad saludable, limpia y verde"))
                    .body("items[0].options.votes", contains(32, 150))
                    .body("items[0].options[1].sections.votes", contains(60, 50, 40))
                    .body("items[0].options[0].sections.section", contains("Sector 1", "Sector 2", "Sector 3"))
                    .body("items[0].options[0].sections[0].votes", nullValue())
                    .body("items[0].options[0].sections[1].votes", nullValue())
                    .body("items[0].options[0].sections[2].votes", equalTo(20));
            return polls;
        });
    }

    @Test
    @Tag("VES-05")
    void nothing_is_told_of_a_poll_before_it_is_counted() {
        Cycle.anyone()
                .get("/v1/processes/{p}/polls", UUID.randomUUID())
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
