package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.execution.Coyllurqui.member;
import static pe.minka.execution.Coyllurqui.officer;

/** Credentials rest on sealed minutes, go to accredited people, and come on the day of the election or are flagged. */
@QuarkusTest
@WithMinkaStack
class CredentialsIT {

    private static final String MINUTES = "ab".repeat(32);
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("America/Lima"));

    private final Coyllurqui coyllurqui = Coyllurqui.under("coyllurqui-2016.v1");

    private String constituted(LocalDate day) {
        coyllurqui.called();
        return Eventually.value(() -> officer("council-secretary")
                .body(Map.of(
                        "kind",
                        "VIGILANCE",
                        "act",
                        "Acta de elección",
                        "constitutedOn",
                        day.toString(),
                        "members",
                        List.of(
                                member(coyllurqui.women.get(0), "PRESIDENT"),
                                member(coyllurqui.women.get(1), "SECRETARY"),
                                member(coyllurqui.men.get(0), "MEMBER"),
                                member(coyllurqui.men.get(1), "MEMBER"),
                                member(coyllurqui.men.get(2), "MEMBER"))))
                .post("/v1/processes/" + coyllurqui.process + "/committees")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("committee"));
    }

    private static ValidatableResponse issue(String committee) {
        return officer("council-secretary")
                .body("{\"minutesSha256\":\"" + MINUTES + "\"}")
                .post("/v1/committees/" + committee + "/credentials")
                .then();
    }

    private void seal() {
        Events.publish(
                "workshop",
                "minutes-sealed",
                Examples.event("workshop", "minutes-sealed")
                        .put("process", coyllurqui.process)
                        .put("sha256", MINUTES));
    }

    private ValidatableResponse listed() {
        return given().get("/v1/processes/" + coyllurqui.process + "/committee-credentials")
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("COY-32")
    @Tag("COY-57")
    void credentials_of_the_same_day_need_sealed_minutes_and_accredited_members() {
        var committee = constituted(TODAY);

        listed().body("items[0].issuedOn", nullValue()).body("items[0].late", equalTo(false));
        issue(committee)
                .statusCode(422)
                .body("code", equalTo("committee-not-accreditable"))
                .body("errors.code", contains("election-minutes-not-sealed"))
                .body("errors[0].pointer", equalTo("/minutesSha256"));
        Events.publish(
                "registry",
                "agent-revoked",
                Examples.event("registry", "agent-revoked")
                        .put("process", coyllurqui.process)
                        .put("agent", coyllurqui.men.get(2)));
        seal();
        Eventually.that(() -> issue(committee)
                .statusCode(422)
                .body("errors.code", contains("member-not-accredited"))
                .body("errors[0].post", equalTo("MEMBER")));
    }

    @Test
    @Tag("COY-57")
    void on_the_day_of_the_election_they_are_in_time_and_are_issued_once() {
        var committee = constituted(TODAY);
        seal();

        Eventually.that(() -> issue(committee)
                .statusCode(201)
                .body("daysLate", equalTo(0))
                .body("late", equalTo(false))
                .body("credentials", hasSize(5))
                .body("credentials[0].post", equalTo("PRESIDENT")));
        issue(committee).statusCode(409).body("code", equalTo("credentials-already-issued"));
        var told = Events.await(
                "execution",
                "committee-accredited",
                body -> body.path("committee").asText().equals(committee));
        assertThat(told.body().path("daysLate").asInt()).isZero();
        assertThat(told.body().path("minutesSha256").asText()).isEqualTo(MINUTES);
    }

    @Test
    @Tag("COY-57")
    void a_day_later_they_are_flagged_as_late_issued_or_not() {
        var committee = constituted(LocalDate.of(2016, 5, 28));
        int days = (int) ChronoUnit.DAYS.between(LocalDate.of(2016, 5, 28), TODAY);

        listed().body("items[0].late", equalTo(true)).body("items[0].daysLate", greaterThan(days - 1));
        seal();
        Eventually.that(() ->
                issue(committee).statusCode(201).body("late", equalTo(true)).body("electedOn", equalTo("2016-05-28")));
        listed().body("items[0].daysLate", greaterThan(days - 1)).body("items[0].minutesSha256", equalTo(MINUTES));
    }
}
