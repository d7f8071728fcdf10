package pe.minka.allocation.session;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class SessionIT {

    private static final String ACCOUNTS = output("ACCOUNTS_REPORT", 1997);

    @Test
    @Tag("LIM-16")
    void the_last_ordinary_session_of_the_year_brings_forth_next_years_budget() {
        var scene = Scene.under("limatambo-1997.v1");
        held(scene, "1997-03-01", ACCOUNTS)
                .statusCode(422)
                .body("errors[0].detail", containsString("ANNUAL_OPERATIONAL_PLAN"));
        held(scene, "1997-03-01", ACCOUNTS, output("ANNUAL_OPERATIONAL_PLAN", 1997))
                .statusCode(201);
        held(scene, "1997-06-01", ACCOUNTS).statusCode(201).body("ordinal", equalTo(2));
        held(scene, "1997-05-01", ACCOUNTS).statusCode(422).body("code", equalTo("session-dated-before"));
        held(scene, "1997-09-01", ACCOUNTS).statusCode(201);

        held(scene, "1997-12-01", ACCOUNTS, output("NEXT_YEAR_BUDGET", 1997))
                .statusCode(422)
                .body("code", equalTo("session-incomplete"))
                .body("ordinal", equalTo(4))
                .body("errors.code", contains("output-missing"))
                .body("errors[0].detail", containsString("1998"));
        held(scene, "1997-12-01", ACCOUNTS, output("NEXT_YEAR_BUDGET", 1998)).statusCode(201);
        held(scene, "1997-12-20", ACCOUNTS).statusCode(409).body("code", equalTo("sessions-of-the-year-held"));
        Scene.read(scene.path("sessions")).body("items.ordinal", contains(1, 2, 3, 4));
    }

    private static ValidatableResponse held(Scene scene, String day, String... outputs) {
        return Scene.secretary()
                .body("{\"body\":\"COMMUNAL_BOARD\",\"heldOn\":\"" + day + "\",\"minutes\":\"Acta\",\"outputs\":["
                        + String.join(",", outputs) + "]}")
                .post(scene.path("sessions"))
                .then();
    }

    private static String output(String kind, int year) {
        return "{\"output\":\"" + kind + "\",\"fiscalYear\":" + year + ",\"document\":\"Acta, punto 5\"}";
    }
}
