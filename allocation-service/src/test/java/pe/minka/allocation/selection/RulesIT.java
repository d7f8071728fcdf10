package pe.minka.allocation.selection;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.platform.core.Hashes;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;

import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

/** Every rule of the library by the word of an ordinance, counted again by the command line alone. */
@QuarkusTest
@WithMinkaStack
class RulesIT {

    private static final List<String> RULES = List.of(
            "greedy cardinality none",
            "greedy-stop cardinality none",
            "greedy-per-cost cardinality none",
            "equal-shares cardinality none",
            "equal-shares cost none",
            "equal-shares cost utilitarian",
            "equal-shares cost add1",
            "equal-shares cost add1u",
            "equal-shares cost add1-total",
            "equal-shares cost add1u-total",
            "phragmen cardinality none",
            "maximin cardinality none",
            "max-welfare cardinality none",
            "max-welfare cost none");

    @Test
    void the_command_line_alone_selects_the_same_by_every_rule() throws Exception {
        for (var words : RULES) {
            var scene = Scene.called(ordinance(words.split(" ")));
            String selection = counted(scene, scene.declareEnvelope("100.00"));
            List<String> selected =
                    Scene.read("/v1/selections/" + selection).extract().path("selected.proposal");

            assertThat(selected).as(words).isNotEmpty();
            assertThat(CommandLine.winners(selection)).as(words).containsExactlyInAnyOrderElementsOf(selected);
        }
    }

    @Test
    void a_count_of_fewer_than_five_who_paid_is_left_out_of_public_answers() {
        var scene = Scene.called(ordinance("equal-shares", "cost", "none"));
        String selection = counted(scene, scene.declareEnvelope("100.00"));

        var items = "/v1/selections/" + selection + "/explanations";
        Scene.read(items)
                .body("items.find { it.proposal == '" + Poll.LAMP + "' }.code", equalTo("EQUAL_SHARES"))
                .body("items.find { it.proposal == '" + Poll.LAMP + "' }.payers", org.hamcrest.Matchers.nullValue())
                .body("items.find { it.proposal == '" + Poll.LAMP + "' }.fewerThanFive", equalTo(true))
                .body("items.find { it.proposal == '" + Poll.BRIDGE + "' }.payers", equalTo(9));
        Scene.read("/v1/selections/" + selection)
                .body(
                        "selected.reason.text.es",
                        hasItem("Elegido con 3 votos: quienes lo apoyan lo pagaron con sus partes iguales."));
    }

    @Test
    void conditions_declared_before_the_vote_ends_bind_the_count_and_the_command_line() throws Exception {
        var scene = Scene.called(ordinance("greedy", "cardinality", "none"));
        var envelope = scene.declareEnvelope("200.00");
        var round = scene.opened();
        conditions(scene, round, """
                {"act":"Acuerdo 12","exclusive":[["%s","%s"]],"after":{"%s":["%s"]}}""".formatted(Poll.BRIDGE, Poll.PARK, Poll.LAMP, Poll.PARK))
                .statusCode(201)
                .body("sequence", equalTo(1));
        close(scene, round);

        String selection = scene.select(round, envelope)
                .statusCode(201)
                .body("selected.proposal", contains(Poll.BRIDGE.toString(), Poll.TANK.toString(), Poll.ROAD.toString()))
                .body("notSelected.reason.code", hasItems("EXCLUDED_BY_ANOTHER", "NEEDS_ANOTHER_FIRST"))
                .extract()
                .path("selection");

        assertThat(CommandLine.winners(selection))
                .containsExactlyInAnyOrder(Poll.BRIDGE.toString(), Poll.TANK.toString(), Poll.ROAD.toString());
        conditions(scene, round, "{\"act\":\"Acuerdo 13\"}").statusCode(409).body("code", equalTo("vote-is-over"));
        Scene.read("/v1/selections/" + selection + "/extension?extra=100.00")
                .statusCode(409)
                .body("code", equalTo("extension-under-limits"));
        Scene.read("/v1/selections/" + selection + "/scenarios?percent=20")
                .body("items[0].selected.proposal", contains(Poll.BRIDGE.toString()));
    }

    @Test
    void phases_over_years_and_lines_that_may_not_pay_keep_a_project_out_until_they_can() throws Exception {
        var scene = Scene.called(ordinance("greedy", "cardinality", "none"));
        var envelope = scene.declareEnvelope("200.00");
        var round = scene.opened();
        conditions(scene, round, """
                {"act":"Acuerdo 12","payableFrom":{"%s":["07"]},"ceilings":[%s,%s],
                 "schedule":{"%s":["50","50"],"%s":["0","100"]}}""".formatted(
                                Poll.ROAD, Scene.soles("75.00"), Scene.soles("60.00"), Poll.TANK, Poll.PARK))
                .statusCode(201);
        close(scene, round);

        scene.select(round, envelope).statusCode(422).body("code", equalTo("line-not-in-envelope"));
        var again = scene.opened();
        conditions(scene, again, """
                {"act":"Acuerdo 12","payableFrom":{"%s":["18"]},"ceilings":[%s,%s],
                 "schedule":{"%s":["50","50"],"%s":["0","100"]}}""".formatted(
                                Poll.ROAD, Scene.soles("75.00"), Scene.soles("59.99"), Poll.TANK, Poll.PARK))
                .statusCode(201);
        close(scene, again);
        String selection = scene.select(again, envelope)
                .statusCode(201)
                .body("notSelected.reason.code", hasItem("YEAR_USED_UP"))
                .extract()
                .path("selection");
        List<String> selected =
                Scene.read("/v1/selections/" + selection).extract().path("selected.proposal");
        assertThat(CommandLine.winners(selection)).containsExactlyInAnyOrderElementsOf(selected);
    }

    @Test
    void territories_and_categories_get_what_the_ordinance_keeps_and_allows() throws Exception {
        var regulation = ordinance("greedy", "cardinality", "none");
        var selection = (ObjectNode) regulation.get("selection");
        selection.putArray("perCategory").addObject().put("category", "LIGHT").put("atLeastPercent", "15");
        var scene = Scene.called(regulation);
        Scene.budgetOfficer()
                .body("{\"projects\":[{\"proposal\":\"" + Poll.LAMP + "\",\"main\":\"LIGHT\",\"secondary\":[]}]}")
                .post(scene.path("classifications"))
                .then()
                .statusCode(201);
        String made = scene.select(scene.tallied(Poll.tallied()), scene.declareEnvelope("80.00"))
                .statusCode(201)
                .body("selected.proposal", contains(Poll.BRIDGE.toString(), Poll.LAMP.toString()))
                .extract()
                .path("selection");

        assertThat(CommandLine.winners(made)).containsExactlyInAnyOrder(Poll.BRIDGE.toString(), Poll.LAMP.toString());
        selection.remove("perCategory");
        selection.putObject("perTerritory").put("atMostPercent", "60").put("mostProjects", 1);
        var spread = Scene.called(regulation);
        spread.select(spread.tallied(Poll.tallied()), spread.declareEnvelope("200.00"))
                .statusCode(201)
                .body("selected.proposal", contains(Poll.BRIDGE.toString(), Poll.PARK.toString()))
                .body("notSelected.reason.code", hasItem("GROUP_FULL"));
    }

    @Test
    void conditions_that_run_in_circles_or_do_not_add_up_are_refused_whole() {
        var scene = Scene.called(ordinance("greedy", "cardinality", "none"));
        var round = scene.opened();

        conditions(scene, round, """
                {"act":"Acuerdo 12","exclusive":[["%s"]],"after":{"%s":["%s"],"%s":["%s"]},"schedule":{"%s":["60","50"]}}""".formatted(Poll.TANK, Poll.ROAD, Poll.PARK, Poll.PARK, Poll.ROAD, Poll.LAMP))
                .statusCode(422)
                .body("code", equalTo("conditions-unsound"))
                .body(
                        "errors.code",
                        hasItems(
                                "set-of-one",
                                "project-before-itself",
                                "shares-not-hundred",
                                "schedule-beyond-ceilings"));
        Scene.read(scene.path("rounds/" + round + "/conditions")).statusCode(404);
    }

    @Test
    void a_ballot_for_an_unknown_project_and_a_round_that_is_still_open_leave_nothing_behind() {
        var scene = Scene.called(ordinance("phragmen", "cardinality", "none"));
        var envelope = scene.declareEnvelope("100.00");
        var strange =
                Poll.ballots().replace(Poll.LAMP.toString(), UUID.randomUUID().toString());
        var event = Poll.tallied().put("ballotsSha256", Hashes.sha256Hex(strange));

        var round = scene.tallied(event);
        Poll.hand(round, strange).statusCode(422).body("code", equalTo("ballot-for-unknown-project"));
        Poll.hand(round, Poll.ballots()).statusCode(422).body("code", equalTo("ballots-differ"));
        scene.select(round, envelope).statusCode(409).body("code", equalTo("ballots-needed"));
        scene.select(scene.opened(), envelope).statusCode(409).body("code", equalTo("round-not-tallied"));
        Scene.read(scene.path("selections")).body("items", org.hamcrest.Matchers.empty());
    }

    private static String counted(Scene scene, String envelope) {
        var round = scene.tallied(Poll.tallied());
        Poll.hand(round, Poll.ballots()).statusCode(200).body("ballots", equalTo(20));
        return scene.select(round, envelope).statusCode(201).extract().path("selection");
    }

    private static void close(Scene scene, UUID round) {
        var event = Poll.tallied();
        event.put("process", scene.process().toString()).put("round", round.toString());
        Events.publish("workshop", "round-tallied", event);
        Eventually.that(() -> Poll.hand(round, "META").statusCode(422));
    }

    private static ValidatableResponse conditions(Scene scene, UUID round, String body) {
        return Scene.budgetOfficer()
                .body(body)
                .post(scene.path("rounds/" + round + "/conditions"))
                .then();
    }

    private static ObjectNode ordinance(String... words) {
        var regulation = Scene.regulation("coyllurqui-2016.v1");
        regulation.remove("plan");
        var selection = (ObjectNode) regulation.get("selection");
        selection.put("rule", words[0]).put("utility", words[1]).put("completion", words[2]);
        selection.putArray("tieBreak").add("VOTES").add("COST").add("LIST_ORDER");
        return regulation;
    }
}
