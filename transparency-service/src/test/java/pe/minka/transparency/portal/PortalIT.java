package pe.minka.transparency.portal;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.WithMinkaStack;
import pe.minka.transparency.Cycle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

@QuarkusTest
@WithMinkaStack
class PortalIT {

    @Test
    void the_page_shows_agreements_money_progress_and_the_womens_share_without_script() {
        var cycle = Cycle.somewhere().whole();
        cycle.shown(process -> process.then().body("agreements[0].state", equalTo("WORKS")));

        RestAssured.given()
                .get("/procesos/" + cycle.process())
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/html"))
                .header("Content-Language", equalTo("es"))
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(allOf(
                        containsString("<html lang=\"es\">"),
                        containsString("Ampliación del sistema de agua de Pfaco"),
                        containsString("480,000.00"),
                        containsString("125,000.00"),
                        containsString("45.50\u00a0%"),
                        containsString("35.0\u00a0%"),
                        containsString("En obra"),
                        not(containsString("<script")),
                        not(containsString("style="))));
    }

    @Test
    void labels_come_in_the_language_that_is_asked_for() {
        var cycle = Cycle.somewhere().whole();
        cycle.shown(process -> process.then().body("agreements[0].state", equalTo("WORKS")));

        RestAssured.given()
                .header("Accept-Language", "en-GB,en;q=0.9")
                .get("/procesos/" + cycle.process())
                .then()
                .body(allOf(containsString("<html lang=\"en\">"), containsString("Under way")));
        RestAssured.given()
                .header("Accept-Language", "en")
                .get("/procesos/" + cycle.process() + "?lang=qu")
                .then()
                .body(allOf(containsString("<html lang=\"qu\">"), containsString("Llank&#39;akushan")));
    }

    @Test
    void the_home_lists_processes_and_finds_them() {
        var cycle = Cycle.somewhere().whole();
        cycle.shown(process -> process.then().body("agreements[0].state", equalTo("WORKS")));

        RestAssured.given()
                .get("/?q=coyllurqui")
                .then()
                .statusCode(200)
                .body(containsString("Presupuesto participativo multianual 2016 de Coyllurqui"));
        RestAssured.given()
                .get("/portal/minka.css")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/css"));
    }

    @Test
    void an_unknown_process_has_a_page_that_says_so() {
        RestAssured.given()
                .get("/procesos/no-such-thing")
                .then()
                .statusCode(404)
                .header("Content-Type", containsString("text/html"))
                .body(containsString("No encontramos este proceso"));
    }

    /** The pages are left under target/portal, to be looked at. */
    @Test
    void a_full_page_can_be_listened_to_and_each_table_says_what_it_shows() throws IOException {
        var cycle = Showcase.rich();
        cycle.shown(process -> process.then()
                .body("agreements", hasSize(8))
                .body("notInMinutes", hasSize(1))
                .body("findings.kind", hasItem("NOT_IN_MINUTES"))
                .body("agreements.state", hasItem("SUSPENDED"))
                .body("history", hasSize(2))
                .body("totals.byState.CLOSED", equalTo(1)));
        for (String language : new String[] {"es", "qu", "en"}) {
            var page = RestAssured.given()
                    .get("/procesos/" + cycle.process() + "?lang=" + language)
                    .asString();
            keep("process-" + language + ".html", page);

            assertThat(count(page, "<h1")).isEqualTo(1);
            assertThat(count(page, "<table")).isGreaterThan(5).isEqualTo(count(page, "<caption"));
            assertThat(page)
                    .doesNotContain("<th>")
                    .doesNotContain("<img src=\"http")
                    .contains("</html>");
            assertThat(count(page, "<section")).isEqualTo(count(page, "<section aria-labelledby"));
        }
        keep("home.html", RestAssured.given().get("/").asString());
        keep("portal/minka.css", RestAssured.given().get("/portal/minka.css").asString());
        keep("portal/minka.svg", RestAssured.given().get("/portal/minka.svg").asString());
    }

    private static int count(String page, String what) {
        return page.split(java.util.regex.Pattern.quote(what), -1).length - 1;
    }

    private static void keep(String name, String text) throws IOException {
        var file = Path.of("target/portal").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
