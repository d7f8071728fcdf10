package pe.minka.transparency.feed;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithMinkaStack
class ChangeFeedIT {

    private static List<String> follow(Cycle cycle, int limit) {
        var ids = new ArrayList<String>();
        String cursor = "";
        boolean more = true;
        while (more) {
            var part = Cycle.anyone()
                    .queryParam("after", cursor)
                    .queryParam("process", cycle.process())
                    .queryParam("limit", limit)
                    .get("/v1/changes");
            part.then().statusCode(200).header("Link", containsString("rel=\"next\""));
            ids.addAll(part.path("items.id"));
            cursor = part.path("next");
            more = part.path("more");
        }
        return ids;
    }

    private static void allTold(Cycle cycle) {
        Eventually.that(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .queryParam("limit", 500)
                .get("/v1/changes")
                .then()
                .body("items.kind", hasItem("works-resumed"))
                .body("items.kind", hasItem("round-tallied"))
                .body("items.kind", hasItem("approval-recorded"))
                .body("items.kind", hasItem("phase-closed")));
    }

    @Test
    void one_who_follows_in_small_parts_gets_the_same_as_one_who_takes_all() {
        var cycle = Cycle.somewhere().whole();
        allTold(cycle);

        var all = follow(cycle, 500);
        assertThat(follow(cycle, 3)).isEqualTo(all);
        assertThat(all).doesNotHaveDuplicates().hasSizeGreaterThan(25);
    }

    @Test
    void a_cursor_goes_on_where_it_stopped_and_shows_no_agent() {
        var cycle = Cycle.somewhere().whole();
        allTold(cycle);
        var next = Cycle.anyone()
                .queryParam("process", cycle.process())
                .queryParam("limit", 500)
                .get("/v1/changes")
                .<String>path("next");
        cycle.tell("execution", "project-closed");

        Eventually.that(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .queryParam("after", next)
                .get("/v1/changes")
                .then()
                .body("items.kind", equalTo(List.of("project-closed"))));
        Cycle.anyone()
                .queryParam("process", cycle.process())
                .queryParam("limit", 500)
                .get("/v1/changes")
                .then()
                .body(org.hamcrest.Matchers.not(containsString(cycle.id("b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101"))));
    }

    @Test
    void facts_of_an_entity_that_is_not_yet_known_wait_for_its_territory() {
        var cycle = Cycle.somewhere().tell("execution", "project-opened");
        assertThat(follow(cycle, 500)).isEmpty();
        cycle.tell("registry", "entity-registered");

        Eventually.that(() -> Cycle.anyone()
                .queryParam("process", cycle.process())
                .queryParam("ubigeo", "0305")
                .get("/v1/changes")
                .then()
                .body("items.kind", equalTo(List.of("project-opened"))));
    }

    @Test
    void a_cursor_that_was_not_given_out_is_refused() {
        Cycle.anyone()
                .queryParam("after", "not-a-cursor")
                .get("/v1/changes")
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:minka:problem:unknown-cursor"));
    }
}
