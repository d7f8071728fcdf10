package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static pe.minka.execution.Coyllurqui.member;
import static pe.minka.execution.Coyllurqui.officer;

@QuarkusTest
@WithMinkaStack
class CommitteesIT {

    @Test
    @Tag("ANT-32")
    void a_management_committee_has_its_four_posts_four_people_and_the_minutes_of_its_election() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved();
        var project = coyllurqui.project();
        var twice = coyllurqui.women.get(0);

        Eventually.that(() -> coyllurqui
                .constitute(
                        "MANAGEMENT",
                        project,
                        List.of(
                                member(twice, "PRESIDENT"),
                                member(twice, "TREASURER"),
                                member(coyllurqui.men.get(0), "FISCAL")))
                .statusCode(422)
                .body("code", equalTo("committee-refused"))
                .body(
                        "errors.code",
                        contains(
                                "committee-size", "post-not-foreseen", "post-vacant", "post-vacant", "person-repeated"))
                .body("errors[0].law", equalTo("Ley 27972 art. 117"))
                .body("errors[1].pointer", equalTo("/members/1/post")));
        officer("council-secretary")
                .body("{\"kind\":\"MANAGEMENT\",\"project\":\"" + project + "\",\"members\":[]}")
                .post("/v1/processes/" + coyllurqui.process + "/committees")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/act"));

        coyllurqui.managed(project);

        var constituted = Events.await(
                "execution",
                "committee-constituted",
                body -> body.path("project").asText().equals(project));
        assertThat(constituted.body().path("members")).hasSize(4);
    }

    @Test
    void of_a_member_the_public_learns_post_and_sex_and_nothing_else() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved();
        coyllurqui.managed(coyllurqui.project());

        given().get("/v1/processes/" + coyllurqui.process + "/committees")
                .then()
                .statusCode(200)
                .body("items[0].members.post", contains("PRESIDENT", "VICE_PRESIDENT", "BOARD_MEMBER", "FISCAL"))
                .body("items[0].members.sex", contains("FEMALE", "MALE", "FEMALE", "MALE"))
                .body(not(containsString(coyllurqui.women.get(0))));
    }

    @Test
    @Tag("ANT-31")
    void of_many_committees_proposed_at_once_for_a_work_one_takes_office() throws Exception {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved();
        var project = coyllurqui.project();
        Eventually.that(
                () -> coyllurqui.constitute("MANAGEMENT", project, List.of()).statusCode(400));
        awaitLastAgent(coyllurqui, project);
        var pool = Executors.newFixedThreadPool(8);
        var proposals = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            proposals.add(() -> coyllurqui
                    .constitute("MANAGEMENT", project, coyllurqui.management())
                    .extract()
                    .statusCode());
        }

        var answers = new ArrayList<Integer>();
        for (var answer : pool.invokeAll(proposals)) {
            answers.add(answer.get());
        }
        pool.shutdown();

        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
    }

    @Test
    @Tag("COY-58")
    void a_vigilance_committee_short_of_women_or_of_zones_is_refused_with_the_article() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called(ordinance ->
                        ordinance.withObject("/committees/VIGILANCE").put("minimumZones", 3));
        var oneWomanOfOneZone = vigilance(
                coyllurqui.women.get(0),
                coyllurqui.men.get(0),
                coyllurqui.men.get(3),
                coyllurqui.accredit("MALE", "Z0"),
                coyllurqui.accredit("MALE", "Z0"));

        Eventually.that(() -> coyllurqui
                .constitute("VIGILANCE", null, oneWomanOfOneZone)
                .statusCode(422)
                .body("errors.code", contains("zones-not-represented", "quota-unmet"))
                .body("errors[1].wanted", equalTo(2))
                .body("errors[1].given", equalTo(1))
                .body("errors[1].law", equalTo("Ordenanza 001-2016-MDC-PC/RA")));

        coyllurqui
                .constitute(
                        "VIGILANCE",
                        null,
                        vigilance(
                                coyllurqui.women.get(0),
                                coyllurqui.women.get(1),
                                coyllurqui.men.get(2),
                                coyllurqui.men.get(0),
                                coyllurqui.men.get(1)))
                .statusCode(201)
                .body("endsOn", equalTo("2018-05-28"));
    }

    @Test
    void who_sat_on_the_vigilance_committee_before_is_not_elected_to_the_next_one() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1").called();
        var first = vigilance(
                coyllurqui.women.get(0),
                coyllurqui.women.get(1),
                coyllurqui.men.get(0),
                coyllurqui.men.get(1),
                coyllurqui.men.get(2));
        var committee = Eventually.value(() -> coyllurqui
                .constitute("VIGILANCE", null, first)
                .statusCode(201)
                .extract()
                .<String>path("committee"));
        coyllurqui.constitute("VIGILANCE", null, first).statusCode(409).body("code", equalTo("committee-active"));
        officer("council-secretary")
                .body("{\"endedOn\":\"2018-05-28\",\"act\":\"Acta 2018-05-28\"}")
                .post("/v1/committees/" + committee + "/end")
                .then()
                .statusCode(200)
                .body("active", equalTo(false));

        coyllurqui
                .constitute("VIGILANCE", null, first)
                .statusCode(422)
                .body("errors.code", hasItems("immediate-re-election"));
    }

    private static void awaitLastAgent(Coyllurqui coyllurqui, String project) {
        Eventually.that(() -> coyllurqui
                .constitute("MANAGEMENT", project, List.of(member(coyllurqui.men.get(5), "PRESIDENT")))
                .body("errors.code", not(hasItem("agent-not-accredited"))));
    }

    private static List<java.util.Map<String, String>> vigilance(String... agents) {
        return List.of(
                member(agents[0], "PRESIDENT"),
                member(agents[1], "SECRETARY"),
                member(agents[2], "MEMBER"),
                member(agents[3], "MEMBER"),
                member(agents[4], "MEMBER"));
    }
}
