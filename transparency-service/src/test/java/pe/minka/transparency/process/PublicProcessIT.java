package pe.minka.transparency.process;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

@QuarkusTest
@WithMinkaStack
class PublicProcessIT {

    @Test
    @Tag("COY-75")
    void of_105_women_among_300_agents_the_process_says_35_percent() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called", "roll-published");

        cycle.shown(process -> process.then()
                .body("roll.agents", equalTo(300))
                .body("roll.women", equalTo(105))
                .body("roll.men", equalTo(195))
                .body("roll.womenPercent", equalTo("35.0")));
    }

    @Test
    void a_sex_of_fewer_than_five_is_hidden_with_its_rest_also_where_an_old_event_told_it() {
        for (Integer women : java.util.Arrays.asList(null, 4)) {
            var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called");
            cycle.tell(
                    "registry",
                    "roll-published",
                    event -> event.put("agents", 30).put("women", women).put("men", women == null ? null : 26));

            cycle.shown(process -> process.then()
                    .body("roll.agents", equalTo(30))
                    .body("roll", not(hasKey("women")))
                    .body("roll", not(hasKey("men")))
                    .body("roll", not(hasKey("womenPercent")))
                    .body("history[0]", not(hasKey("women"))));
        }
    }

    @Test
    void a_whole_cycle_is_shown_from_the_call_to_the_works() {
        var cycle = Cycle.somewhere().whole();

        cycle.shown(process -> process.then()
                .body("entity.name", equalTo("Municipalidad Distrital de Coyllurqui"))
                .body("territory.province", equalTo("Cotabambas"))
                .body("rounds[0].turnoutPercent", equalTo("94.8"))
                .body("rounds[0].tallies[0].votes", equalTo(214))
                .body("envelope.sharePercent", equalTo("100.0"))
                .body("acts[0].approved", equalTo(true))
                .body("agreements", hasSize(1))
                .body("agreements[0].votes", equalTo(214))
                .body("agreements[0].agreed.amount", equalTo("480000.00"))
                .body("agreements[0].spent.amount", equalTo("125000.00"))
                .body("agreements[0].spentPercent", equalTo("26.0"))
                .body("agreements[0].physicalPercent", equalTo("45.50"))
                .body("agreements[0].contributed.amount", equalTo("6000.00"))
                .body("agreements[0].suspensions[0].until", equalTo("2017-02-20"))
                .body("agreements[0].state", equalTo("WORKS"))
                .body("committees.kind", hasItem("MANAGEMENT"))
                .body("workshops[0].minutesSha256", notNullValue()));
    }

    @Test
    @Tag("VES-41")
    @Tag("NAT-28")
    void indicators_are_told_with_their_figures_and_compared_between_places() {
        var cycle = Cycle.somewhere().whole();
        cycle.shown(process -> process.then()
                .body("agreements", hasSize(1))
                .body("entity.population", notNullValue())
                .body("roll", notNullValue()));

        Cycle.anyone()
                .get("/v1/processes/" + cycle.process() + "/indicators")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'WOMEN_SHARE' }.value", equalTo("35.0"))
                .body("items.find { it.code == 'ALIGNED_PROJECTS' }.value", equalTo("100.0"))
                .body("items.find { it.code == 'ALIGNED_MONEY' }.inFigure", equalTo("480000.00"));
        Cycle.anyone()
                .queryParam("code", "WOMEN_SHARE")
                .queryParam("ubigeo", "0305")
                .queryParam("limit", 200)
                .get("/v1/indicators")
                .then()
                .statusCode(200)
                .body("items.find { it.process == '" + cycle.process() + "' }.indicators[0].value", equalTo("35.0"));
    }

    @Test
    void an_answer_that_did_not_change_is_not_sent_again() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called");
        var tag = cycle.shown(process -> process.then().body("entity.name", notNullValue()))
                .getHeader("ETag");

        Cycle.anyone()
                .header("If-None-Match", tag)
                .get("/v1/processes/" + cycle.process())
                .then()
                .statusCode(304);
    }

    @Test
    void processes_are_found_by_territory_entity_year_and_words() {
        var cycle = Cycle.somewhere().tell("registry", "entity-registered", "process-called");
        cycle.shown(process -> process.then().body("entity.name", notNullValue()));

        Cycle.anyone()
                .queryParam("entity", cycle.entity())
                .queryParam("ubigeo", "0305")
                .queryParam("year", 2017)
                .queryParam("q", "APURIMAC")
                .get("/v1/processes")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].process", equalTo(cycle.process()));
    }

    @Test
    void an_unknown_process_is_not_found() {
        Cycle.anyone()
                .header("Accept-Language", "qu")
                .get("/v1/processes/00000000-0000-4000-8000-000000000000")
                .then()
                .statusCode(404)
                .body("type", equalTo("urn:minka:problem:not-found"));
    }
}
