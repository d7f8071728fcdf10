package pe.minka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

/** Services that know no person can still tell that two agents of a process are one. */
@QuarkusTest
@WithMinkaStack
class PersonPseudonymIT {

    private Town town;

    @BeforeEach
    void takeATown() {
        town = Town.of("300322");
    }

    @Test
    void one_person_is_known_again_within_a_process_and_in_no_other_one_and_two_people_are_two() {
        var document = Town.document();
        var first = process(2041);
        var organisation = town.organisation(first, "Comunidad Campesina de Ñahuinlla", "PEASANT_COMMUNITY");
        var agent = accredit(first, organisation, document);
        var neighbour = accredit(first, organisation, Town.document());
        revoke(first, agent);
        var again = accredit(first, organisation, document);
        var second = process(2042);
        var elsewhere = accredit(second, organisation, document);

        assertThat(again).isNotEqualTo(agent);
        assertThat(pseudonym(again)).isEqualTo(pseudonym(agent));
        assertThat(pseudonym(neighbour)).isNotEqualTo(pseudonym(agent));
        assertThat(pseudonym(elsewhere)).isNotEqualTo(pseudonym(agent));
    }

    @Test
    void who_was_on_a_published_roll_is_not_forgotten_while_the_process_lasts_and_is_known_when_sent_again() {
        var process = process(2043);
        var organisation = town.organisation(process, "Comunidad Campesina de Chuyllullo", "PEASANT_COMMUNITY");
        var document = Town.document();
        var agent = accredit(process, organisation, document);
        var substitute = accredit(process, organisation, Town.document());
        town.counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201);
        revoke(process, agent);

        town.counted()
                .post("/v1/processes/" + process + "/agents/" + agent + "/personal-data/erasure")
                .then()
                .statusCode(409)
                .body("code", equalTo("person-accredited"))
                .body("processes", contains(process));
        String again = town.counted()
                .body(Map.of(
                        "because",
                        "RESIGNED",
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        document,
                        "names",
                        "Persona de Prueba",
                        "sex",
                        "FEMALE"))
                .post("/v1/processes/" + process + "/agents/" + substitute + "/replacement")
                .then()
                .statusCode(201)
                .extract()
                .path("agent");

        assertThat(pseudonym(again)).isEqualTo(pseudonym(agent));
    }

    private String process(int fiscalYear) {
        return town.process(town.regulation("coyllurqui-2016.v1"), fiscalYear);
    }

    private String accredit(String process, String organisation, String document) {
        return town.accredit(process, organisation, document, "FEMALE")
                .statusCode(201)
                .extract()
                .path("agent");
    }

    private void revoke(String process, String agent) {
        town.counted()
                .body(Map.of("because", "RESIGNED"))
                .post("/v1/processes/" + process + "/agents/" + agent + "/revocation")
                .then()
                .statusCode(200);
    }

    private static String pseudonym(String agent) {
        JsonNode told = Events.await(
                        "registry",
                        "agent-accredited",
                        body -> body.path("agent").asText().equals(agent))
                .body();
        return told.path("personPseudonym").asText();
    }
}
