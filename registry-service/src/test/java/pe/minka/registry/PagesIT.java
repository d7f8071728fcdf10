package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What grows with a process is read part by part, and each item once. */
@QuarkusTest
@WithMinkaStack
class PagesIT {

    private Town town;
    private String path;
    private String process;
    private List<String> agents;

    @BeforeEach
    void town() {
        town = Town.of("300788");
    }

    @Test
    void lists_of_a_process_come_in_pages_and_nothing_twice_or_never() {
        open(2031);
        for (int i = 0; i < 5; i++) {
            // three on one day, so that the id decides
            post(
                    "/trainings",
                    Map.of(
                            "title",
                            "Sesión " + i,
                            "topics",
                            List.of("GENDER"),
                            "heldOn",
                            i < 3 ? "2016-02-01" : "2016-02-0" + i,
                            "agents",
                            agents.subList(0, i)));
            post("/stakeholders", Map.of("name", "Comité " + i, "kind", "GLASS_OF_MILK_COMMITTEE"));
            post("/challenges", Map.of("agent", agents.get(i), "grounds", "No representa", "evidence", "Acta"));
            notice();
        }

        assertThat(pages("/trainings", "title"))
                .containsExactlyInAnyOrder("Sesión 0", "Sesión 1", "Sesión 2", "Sesión 3", "Sesión 4")
                .endsWith("Sesión 3", "Sesión 4");
        assertThat(town.registrar().get(path + "/trainings").jsonPath().getList("items.attended", Integer.class))
                .containsExactlyInAnyOrder(0, 1, 2, 3, 4);
        assertThat(pages("/stakeholders", "name"))
                .containsExactly("Comité 0", "Comité 1", "Comité 2", "Comité 3", "Comité 4");
        assertThat(pages("/challenges", "agent")).containsExactlyInAnyOrderElementsOf(agents);
        assertThat(pages("/notices", "notice")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void pairs_that_may_be_one_person_come_in_pages_each_with_all_its_agents() {
        process = town.process(town.regulation("coyllurqui-2016.v1"), 2032);
        path = "/v1/processes/" + process;
        var community = town.organisation(process, "Comunidad de los Pares", "PEASANT_COMMUNITY");
        for (int i = 0; i < 10; i++) {
            agent(community, "Persona Repetida " + (char) ('A' + i / 2), "1981-05-1" + i / 2);
        }

        var groups = new ArrayList<Integer>();
        JsonPath page = null;
        do {
            var request = town.registrar().queryParam("limit", 2);
            page = (page == null ? request : request.queryParam("cursor", page.getString("next")))
                    .get(path + "/possible-duplicates")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.<List<?>>getList("items.agents").forEach(group -> groups.add(group.size()));
        } while (page.getString("next") != null);

        assertThat(groups).containsExactly(2, 2, 2, 2, 2);
    }

    @Test
    void a_list_to_print_goes_on_where_the_one_before_ended() {
        open(2033);
        var notice = notice();
        var seen = new ArrayList<String>();
        var next = path + "/notices/" + notice + "/print-list";
        int parts = 0;
        while (next != null) {
            var answer = town.registrar().get(next).then().statusCode(200).extract();
            answer.asString().lines().skip(1).forEach(line -> seen.add(line.split(",", 2)[0]));
            var link = answer.header("Link");
            next = link == null ? null : link.substring(link.indexOf('<') + 1, link.indexOf('>'));
            parts++;
        }

        assertThat(seen).containsExactlyElementsOf(agents.stream().sorted().toList());
        assertThat(parts).isEqualTo(3);
    }

    private void open(int fiscalYear) {
        process = town.process(town.regulation("coyllurqui-2016.v1"), fiscalYear);
        path = "/v1/processes/" + process;
        var community = town.organisation(process, "Comunidad de las Páginas " + fiscalYear, "PEASANT_COMMUNITY");
        agents = IntStream.range(0, 5)
                .mapToObj(i -> agent(community, "Persona " + (char) ('A' + i), "1981-05-1" + i))
                .toList();
    }

    private String agent(String community, String names, String birthDate) {
        var application = new HashMap<String, Object>(Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                community,
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                names,
                "sex",
                "FEMALE",
                "birthDate",
                birthDate));
        return post("/agents", application).getString("agent");
    }

    private String notice() {
        return post(
                        "/notices",
                        Map.of(
                                "kind",
                                "NOTICE",
                                "titles",
                                Map.of("es", "Aviso"),
                                "texts",
                                Map.of("es", "Texto"),
                                "channels",
                                List.of("LETTER")))
                .getString("notice");
    }

    private JsonPath post(String part, Map<String, ?> body) {
        return town.counted()
                .body(body)
                .post(path + part)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private List<String> pages(String part, String field) {
        var all = new ArrayList<String>();
        String cursor = null;
        do {
            var request = town.registrar().queryParam("limit", 2);
            var page = (cursor == null ? request : request.queryParam("cursor", cursor))
                    .get(path + part)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            var items = page.<String>getList("items." + field);
            assertThat(items).hasSizeLessThanOrEqualTo(2);
            all.addAll(items);
            cursor = page.getString("next");
        } while (cursor != null);
        return all;
    }
}
