package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Peru;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Applications from the day they are lodged to their end. */
@QuarkusTest
@WithMinkaStack
class ApplicationsIT {

    private Town town;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @BeforeEach
    void town() {
        town = Town.of("300322");
    }

    @Test
    @Tag("NAT-04")
    @Tag("NAT-26")
    void what_an_application_lacks_is_kept_with_its_article_cured_within_the_term_and_then_accredited() {
        var process = process(2031);
        var community = town.organisation(process, "Comunidad de la Solicitud", "PEASANT_COMMUNITY");
        var document = Town.document();

        String application = lodge(process, community, document, "2015-01-01")
                .statusCode(201)
                .body("state", equalTo("OBSERVED"))
                .body("observations.code", contains("too-young", "paper-missing"))
                .body("observations[1].expected", equalTo("ASSEMBLY_MINUTES"))
                .body("observations[1].law", containsString("001-2016-MDC-PC/RA"))
                .body("$", not(hasKey("names")))
                .extract()
                .path("application");
        var path = path(process, application);
        town.counted()
                .body("{}")
                .post(path + "/accreditation")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-observed"))
                .body("errors.code", contains("too-young", "paper-missing"));
        town.counted()
                .body(Map.of("papers", List.of("ASSEMBLY_MINUTES")))
                .post(path + "/cure")
                .then()
                .statusCode(200)
                .body("state", equalTo("OBSERVED"))
                .body("observations[0]", not(hasKey("curedOn")))
                .body("observations[1].curedOn", notNullValue());
        town.counted()
                .body(Map.of("birthDate", "1981-05-14"))
                .post(path + "/cure")
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPLETE"));

        String agent = town.counted()
                .body("{}")
                .post(path + "/accreditation")
                .then()
                .statusCode(201)
                .body("credential", notNullValue())
                .body("vote", equalTo(true))
                .extract()
                .path("agent");
        town.registrar()
                .get(path)
                .then()
                .body("state", equalTo("ACCREDITED"))
                .body("agent", equalTo(agent))
                .body("names", equalTo("Solicitante de Prueba"))
                .body("document", equalTo("DNI " + document));
        town.registrar()
                .get("/v1/processes/" + process + "/agents/" + agent)
                .then()
                .body("birthDate", equalTo("1981-05-14"));
        town.counted()
                .body(Map.of("papers", List.of()))
                .post(path + "/cure")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-ended"));
        lodge(process, community, document, "1981-05-14").statusCode(409).body("errors.code", contains("agent-twice"));
        town.registrar()
                .get("/v1/processes/" + process + "/application-report")
                .then()
                .body("lodged", equalTo(Map.of("ACCREDITED", 1)))
                .body("waits.measured", equalTo(1));
    }

    @Test
    void the_last_day_of_the_term_counts_and_the_day_after_it_is_too_late() {
        var process = process(2032);
        var community = town.organisation(process, "Comunidad del Plazo", "PEASANT_COMMUNITY");
        var late = Town.document();
        String inTime =
                lodge(process, community, Town.document(), null).extract().path("application");
        String tooLate = lodge(process, community, late, null).extract().path("application");
        endsOn(inTime, Peru.today(clock));
        endsOn(tooLate, Peru.today(clock).minusDays(1));

        var papers = Map.of("papers", List.of("ASSEMBLY_MINUTES"));
        town.counted().body(papers).post(path(process, inTime) + "/cure").then().statusCode(200);
        town.counted()
                .body(papers)
                .post(path(process, tooLate) + "/cure")
                .then()
                .statusCode(409)
                .body("code", equalTo("cure-late"))
                .body("last", equalTo(Peru.today(clock).minusDays(1).toString()))
                .body("law", containsString("001-2016-MDC-PC/RA"));
        town.counted()
                .body("{}")
                .post(path(process, tooLate) + "/accreditation")
                .then()
                .statusCode(409)
                .body("code", equalTo("cure-late"));
        town.registrar()
                .queryParam("state", "LAPSED")
                .get("/v1/processes/" + process + "/applications")
                .then()
                .body("items.application", contains(tooLate))
                .body("items.state", contains("LAPSED"));
        town.registrar()
                .queryParam("state", "COMPLETE")
                .get("/v1/processes/" + process + "/applications")
                .then()
                .body("items.application", contains(inTime));
        lodge(process, community, late, null).statusCode(201);
        town.registrar()
                .get("/v1/processes/" + process + "/application-report")
                .then()
                .body("lodged", equalTo(Map.of("COMPLETE", 1, "LAPSED", 1, "OBSERVED", 1)));
    }

    @Test
    void the_roll_is_not_published_while_somebody_may_still_cure_an_application() {
        var process = process(2051);
        var community = town.organisation(process, "Comunidad que Publica", "PEASANT_COMMUNITY");
        String observed =
                lodge(process, community, Town.document(), null).extract().path("application");
        var publication = "/v1/processes/" + process + "/roll/publication";

        town.counted()
                .body("{}")
                .post(publication)
                .then()
                .statusCode(409)
                .body("code", equalTo("applications-undecided"))
                .body("applications", equalTo(1))
                .body("law", containsString("001-2016-MDC-PC/RA"));

        endsOn(observed, Peru.today(clock).minusDays(1));
        town.counted().body("{}").post(publication).then().body("code", equalTo("roll-empty"));
    }

    @Test
    void a_person_has_one_open_application_whatever_arrives_at_once_and_may_apply_again_after_withdrawing() {
        var process = process(2033);
        var community = town.organisation(process, "Comunidad de los Registradores", "PEASANT_COMMUNITY");
        var document = Town.document();

        var answers = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> lodge(process, community, document, null).extract())
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 409)
                .hasSize(5)
                .allSatisfy(answer -> assertThat(answer.<String>path("code")).isEqualTo("application-open"));
        String application = town.registrar()
                .get("/v1/processes/" + process + "/applications")
                .then()
                .body("items", hasSize(1))
                .extract()
                .path("items[0].application");
        var path = path(process, application);
        var ends = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> town.counted()
                        .post(path + "/withdrawal")
                        .then()
                        .extract()
                        .statusCode())
                .toList();
        assertThat(ends).filteredOn(status -> status == 200).hasSize(1);
        assertThat(ends).filteredOn(status -> status == 409).hasSize(3);
        lodge(process, community, document, null).statusCode(201);
    }

    @Test
    void two_registrars_accredit_one_application_once() {
        var process = process(2034);
        var community = town.organisation(process, "Comunidad de Dos", "PEASANT_COMMUNITY");
        String application = lodge(process, community, Town.document(), "1981-05-14")
                .extract()
                .path("application");
        var path = path(process, application);
        town.counted().body(Map.of("papers", List.of("ASSEMBLY_MINUTES"))).post(path + "/cure");

        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> town.counted()
                        .body("{}")
                        .post(path + "/accreditation")
                        .then()
                        .extract()
                        .statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(1));
    }

    @Test
    void whoever_cannot_be_told_from_others_and_whoever_is_out_of_reach_is_refused() {
        var process = process(2035);
        var community = town.organisation(process, "Comunidad Lejana", "PEASANT_COMMUNITY");
        lodge(process, community, "1234567", null)
                .statusCode(422)
                .body("code", equalTo("document-unreadable"))
                .body("errors.code", contains("document-leading-zero-lost"));
        String application =
                lodge(process, community, Town.document(), null).extract().path("application");
        given().auth()
                .oauth2(Tokens.as("registrar").entity("300310").token())
                .get(path(process, application))
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(Tokens.as("auditor").entity(town.entity()).token())
                .get(path(process, application))
                .then()
                .statusCode(403);
    }

    @Test
    void whoever_withdraws_may_be_forgotten_and_comes_back_as_somebody_new() {
        var process = process(2037);
        var community = town.organisation(process, "Comunidad del Olvido", "PEASANT_COMMUNITY");
        var document = Town.document();
        String application = lodge(process, community, document, null).extract().path("application");
        var path = path(process, application);
        town.counted().post(path + "/erasure").then().statusCode(409).body("code", equalTo("application-open"));
        town.counted().post(path + "/withdrawal").then().statusCode(200);

        town.counted().post(path + "/erasure").then().statusCode(204);

        town.registrar()
                .get(path)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("$", not(hasKey("names")))
                .body("observations.code", contains("paper-missing"));
        String again =
                lodge(process, community, document, "1981-05-14").extract().path("application");
        town.counted()
                .body(Map.of("papers", List.of("ASSEMBLY_MINUTES")))
                .post(path(process, again) + "/cure")
                .then()
                .body("state", equalTo("COMPLETE"));
        town.counted()
                .body("{}")
                .post(path(process, again) + "/accreditation")
                .then()
                .statusCode(201);
        town.counted()
                .post(path(process, again) + "/erasure")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-accredited"));
    }

    @Test
    @Tag("COY-89")
    @Tag("NAT-17")
    void a_list_of_candidates_is_refused_by_a_quota_that_blocks_and_warned_by_one_that_does_not() {
        var process = town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    var quotas = document.putArray("quotas");
                    quotas.addObject()
                            .put("of", "CANDIDATE_LIST")
                            .put("group", "WOMEN")
                            .put("minimumPercent", "30")
                            .put("effect", "BLOCK")
                            .put("law", "Ordenanza art. 30");
                    quotas.addObject()
                            .put("of", "CANDIDATE_LIST")
                            .put("group", "PEASANT_AND_NATIVE_COMMUNITIES")
                            .put("minimumCount", 5)
                            .put("effect", "WARN");
                }),
                2038);
        var community = town.organisation(process, "Comunidad de Candidatos", "PEASANT_COMMUNITY");
        var men = IntStream.range(0, 4)
                .mapToObj(i -> town.accredit(process, community, Town.document(), "MALE")
                        .extract()
                        .<String>path("agent"))
                .toList();
        var women = IntStream.range(0, 2)
                .mapToObj(i -> town.accredit(process, community, Town.document(), "FEMALE")
                        .extract()
                        .<String>path("agent"))
                .toList();

        check(process, List.of(men.get(0), men.get(1), men.get(2), women.get(0)))
                .statusCode(422)
                .body("code", equalTo("list-against-quota"))
                .body("errors.group", contains("WOMEN"))
                .body("errors[0].have", equalTo(1))
                .body("errors[0].need", equalTo(2))
                .body("errors[0].law", equalTo("Ordenanza art. 30"));
        check(process, List.of(men.get(0), men.get(1), women.get(0)))
                .statusCode(200)
                .body("candidates", equalTo(3))
                .body("quotas.group", contains("WOMEN", "PEASANT_AND_NATIVE_COMMUNITIES"))
                .body("quotas.missing", contains(0, 2))
                .body("quotas.blocks", contains(true, false));
        check(process, List.of(men.get(0), men.get(0), "b1a7c2d0-52a4-4f0e-8f29-6d6a54d3a101"))
                .statusCode(422)
                .body("code", equalTo("list-unknown"))
                .body("errors.pointer", contains("/candidates/1", "/candidates/2"));
    }

    private ValidatableResponse check(String process, List<String> candidates) {
        return town.registrar()
                .body(Map.of("candidates", candidates))
                .post("/v1/processes/" + process + "/candidate-list-checks")
                .then();
    }

    @Test
    void an_organisation_has_no_more_alternates_than_the_regulation_gives_it() {
        var process = town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        document -> ((ObjectNode) document.path("accreditation")).put("alternatesPerOrganisation", 1)),
                2036);
        var community = town.organisation(process, "Comunidad de Suplentes", "PEASANT_COMMUNITY");

        var answers = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> alternate(process, community).extract())
                .toList();

        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 422)
                .hasSize(3)
                .allSatisfy(answer -> assertThat(answer.<List<String>>path("errors.code"))
                        .containsExactly("organisation-has-its-alternates"));
    }

    private ValidatableResponse alternate(String process, String community) {
        return town.counted()
                .body(Map.of(
                        "role", "ALTERNATE",
                        "organisation", community,
                        "documentKind", "DNI",
                        "documentNumber", Town.document(),
                        "names", "Suplente de Prueba",
                        "sex", "FEMALE"))
                .post("/v1/processes/" + process + "/agents")
                .then();
    }

    private String process(int fiscalYear) {
        return town.process(
                town.regulation(
                        "coyllurqui-2016.v1",
                        document -> ((ObjectNode) document.path("accreditation")).put("papersEffect", "BLOCK")),
                fiscalYear);
    }

    private ValidatableResponse lodge(
            String process, String organisation, String document, @Nullable String birthDate) {
        var body = new HashMap<String, Object>(Map.of(
                "role", "PRINCIPAL",
                "organisation", organisation,
                "documentKind", "DNI",
                "documentNumber", document,
                "names", "Solicitante de Prueba",
                "sex", "FEMALE",
                "language", "qu"));
        if (birthDate != null) {
            body.put("birthDate", birthDate);
        }
        return town.counted()
                .body(body)
                .post("/v1/processes/" + process + "/applications")
                .then();
    }

    private static String path(String process, String application) {
        return "/v1/processes/" + process + "/applications/" + application;
    }

    private void endsOn(String application, LocalDate last) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update application set cure_until = :last where id = cast(:id as uuid)")
                        .setParameter("last", last)
                        .setParameter("id", application)
                        .executeUpdate());
    }
}
