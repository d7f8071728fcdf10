package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Peru;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

/** Faults of agents, and what the regulation makes follow from them. */
@QuarkusTest
@WithMinkaStack
class SanctionsIT {

    private static final Map<String, Boolean> NO_RIGHTS =
            Map.of("voice", false, "vote", false, "sign", false, "supervise", false);

    private Town town;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @BeforeEach
    void town() {
        town = Town.of("300324");
    }

    @Test
    void an_organisation_that_does_not_replace_its_agent_in_time_is_out_and_the_roll_says_so() {
        var process = process(2031, "ORGANISATION");
        var community = town.organisation(process, "Comunidad Sancionada", "PEASANT_COMMUNITY");
        var document = Town.document();
        String agent = agent(process, community, document);
        String colleague = agent(process, community, Town.document());

        String sanction = fault(process, agent, "DRUNKENNESS")
                .statusCode(201)
                .body("gravity", equalTo("SERIOUS"))
                .body("measure", equalTo("REPLACEMENT"))
                .body("state", equalTo("LETTER_DUE"))
                .body("law", equalTo("Ordenanza 2017 art. 20"))
                .extract()
                .path("sanction");
        disqualify(process, sanction).statusCode(409).body("code", equalTo("disqualification-not-due"));
        letter(process, sanction, today())
                .statusCode(200)
                .body("state", equalTo("TO_BE_REPLACED"))
                .body("replaceUntil", notNullValue());
        letter(process, sanction, today()).statusCode(409).body("code", equalTo("letter-written"));
        endsOn(sanction, today());
        disqualify(process, sanction)
                .statusCode(409)
                .body("code", equalTo("replacement-term-running"))
                .body("last", equalTo(today().toString()));
        endsOn(sanction, today().minusDays(1));
        replace(process, agent).statusCode(409).body("code", equalTo("replacement-late"));

        disqualify(process, sanction).statusCode(200).body("state", equalTo("DISQUALIFIED"));

        for (String out : new String[] {agent, colleague}) {
            town.registrar()
                    .get("/v1/processes/" + process + "/agents/" + out)
                    .then()
                    .body("state", equalTo("REVOKED"))
                    .body("endedBecause", equalTo("SANCTIONED"))
                    .body("rights", equalTo(NO_RIGHTS));
        }
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(0))
                .body("disqualified.organisation", contains(community))
                .body("disqualified.law", contains("Ordenanza 2017 art. 20"));
        town.accredit(process, community, Town.document(), "FEMALE")
                .statusCode(422)
                .body("errors.code", contains("organisation-disqualified"));
        var other = town.organisation(process, "Otra Comunidad", "PEASANT_COMMUNITY");
        town.accredit(process, other, document, "FEMALE")
                .statusCode(422)
                .body("errors.code", contains("agent-disqualified"))
                .body("errors[0].law", equalTo("Ordenanza 2017 art. 20"));
        var revoked = Events.await(
                "registry", "agent-revoked", body -> body.path("agent").asText().equals(agent));
        assertThat(revoked.body().path("because").asText()).isEqualTo("SANCTIONED");
    }

    @Test
    void an_agent_who_is_replaced_in_time_costs_the_organisation_nothing() {
        var process = process(2032, "ORGANISATION");
        var community = town.organisation(process, "Comunidad que Reemplaza", "PEASANT_COMMUNITY");
        String agent = agent(process, community, Town.document());
        String sanction = fault(process, agent, "DRUNKENNESS").extract().path("sanction");
        letter(process, sanction, today()).statusCode(200);
        endsOn(sanction, today());

        replace(process, agent).statusCode(201);

        town.registrar()
                .get("/v1/processes/" + process + "/sanctions")
                .then()
                .body("items.state", contains("REPLACED"));
        endsOn(sanction, today().minusDays(1));
        disqualify(process, sanction).statusCode(409).body("code", equalTo("disqualification-not-due"));
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(1))
                .body("$", not(hasKey("disqualified")));
    }

    @Test
    void a_light_fault_is_a_letter_a_serious_one_ends_at_once_and_the_organisation_stays_where_the_text_spares_it() {
        var process = process(2033, "AGENT");
        var community = town.organisation(process, "Comunidad de Dos Agentes", "PEASANT_COMMUNITY");
        String absent = agent(process, community, Town.document());
        String campaigning = agent(process, community, Town.document());

        String letter = fault(process, absent, "ABSENCE")
                .body("measure", equalTo("LETTER"))
                .extract()
                .path("sanction");
        letter(process, letter, today()).body("state", equalTo("LETTER_SENT")).body("$", not(hasKey("replaceUntil")));
        disqualify(process, letter).statusCode(409);
        String serious = fault(process, campaigning, "ELECTIONEERING")
                .body("state", equalTo("DISQUALIFICATION_DUE"))
                .extract()
                .path("sanction");
        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> disqualify(process, serious).extract().statusCode())
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(1))
                .body("$", not(hasKey("disqualified")));
        agent(process, community, Town.document());
    }

    @Test
    void nobody_is_sanctioned_for_what_the_regulation_does_not_name() {
        var silent = town.process(town.regulation("coyllurqui-2016.v1"), 2034);
        var community = town.organisation(silent, "Comunidad sin Faltas", "PEASANT_COMMUNITY");
        String agent = agent(silent, community, Town.document());
        fault(silent, agent, "VIOLENCE").statusCode(409).body("code", equalTo("sanctions-not-foreseen"));

        var process = process(2035, "AGENT");
        var other = town.organisation(process, "Comunidad con Faltas", "PEASANT_COMMUNITY");
        String named = agent(process, other, Town.document());
        fault(process, named, "VIOLENCE")
                .statusCode(422)
                .body("code", equalTo("fault-not-named"))
                .body("faults", contains("ABSENCE", "DRUNKENNESS", "ELECTIONEERING"));
        var statuses = IntStream.range(0, 4)
                .parallel()
                .mapToObj(i -> fault(process, named, "ABSENCE").extract().statusCode())
                .toList();
        assertThat(statuses).filteredOn(status -> status == 201).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(3);
    }

    @Test
    void a_text_that_lets_an_agent_be_replaced_without_a_term_is_incoherent() {
        var document = pe.minka.registry.regulation.Ordinances.document("coyllurqui-2016.v1");
        document.put("identifier", "town-" + town.entity() + "-incoherent");
        document.remove("version");
        document.putObject("sanctions")
                .putArray("faults")
                .addObject()
                .put("fault", "DISORDER")
                .put("gravity", "LIGHT")
                .put("measure", "REPLACEMENT");

        town.registrar()
                .header("If-None-Match", "*")
                .body(document.toString())
                .put("/v1/regulations/town-" + town.entity() + "-incoherent")
                .then()
                .statusCode(422)
                .body("errors.code", contains("replacement-without-term"))
                .body("errors.pointer", contains("/sanctions/faults/0/measure"));
    }

    private String process(int fiscalYear, String disqualifies) {
        return town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    var sanctions = document.putObject("sanctions")
                            .put("replacementDays", 5)
                            .put("disqualifies", disqualifies)
                            .put("law", "Ordenanza 2017 art. 20");
                    var faults = sanctions.putArray("faults");
                    name(faults.addObject(), "ABSENCE", "LIGHT", "LETTER");
                    name(faults.addObject(), "DRUNKENNESS", "SERIOUS", "REPLACEMENT");
                    name(faults.addObject(), "ELECTIONEERING", "SERIOUS", "DISQUALIFICATION");
                }),
                fiscalYear);
    }

    private static void name(ObjectNode fault, String kind, String gravity, String measure) {
        fault.put("fault", kind).put("gravity", gravity).put("measure", measure);
    }

    private String agent(String process, String organisation, String document) {
        return town.accredit(process, organisation, document, "FEMALE")
                .statusCode(201)
                .extract()
                .path("agent");
    }

    private ValidatableResponse fault(String process, String agent, String fault) {
        return town.counted()
                .body(Map.of(
                        "agent",
                        agent,
                        "fault",
                        fault,
                        "occurredOn",
                        today().minusDays(3).toString(),
                        "evidence",
                        "Acta del segundo taller"))
                .post("/v1/processes/" + process + "/sanctions")
                .then();
    }

    private ValidatableResponse letter(String process, String sanction, LocalDate receivedOn) {
        return town.counted()
                .body(Map.of("letter", "Carta 014-2016-GPP", "receivedOn", receivedOn.toString()))
                .post("/v1/processes/" + process + "/sanctions/" + sanction + "/letter")
                .then();
    }

    private ValidatableResponse disqualify(String process, String sanction) {
        return town.counted()
                .body(Map.of("resolution", "Resolución 021-2016-GPP"))
                .post("/v1/processes/" + process + "/sanctions/" + sanction + "/disqualification")
                .then();
    }

    private ValidatableResponse replace(String process, String agent) {
        return town.counted()
                .body(Map.of(
                        "because",
                        "SANCTIONED",
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        Town.document(),
                        "names",
                        "Nueva Persona",
                        "sex",
                        "FEMALE"))
                .post("/v1/processes/" + process + "/agents/" + agent + "/replacement")
                .then();
    }

    private LocalDate today() {
        return Peru.today(clock);
    }

    private void endsOn(String sanction, LocalDate last) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update sanction set replace_until = :last where id = cast(:id as uuid)")
                        .setParameter("last", last)
                        .setParameter("id", sanction)
                        .executeUpdate());
    }
}
