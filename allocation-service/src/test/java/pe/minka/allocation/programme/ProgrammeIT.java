package pe.minka.allocation.programme;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@WithMinkaStack
class ProgrammeIT {

    private static final String ENTITY = "300931";

    @Test
    @Tag("OCO-32")
    void every_investment_is_in_programme_and_budget_and_gaps_are_told_before_the_deadline() {
        consistency(2023).body("state", equalTo("INCOMPLETE")).body("daysLeft", nullValue());
        imported(
                "investment-programme",
                "fiscal_year,cui,title,programmed\n2023,2000001,Agua,100\n2023,2000002,Puente,50\n2023,2000003,Losa,7.01\n");
        consistency(2023).body("state", equalTo("INCOMPLETE"));
        imported(
                "budget-lines",
                "fiscal_year,cui,rubro,spending_class,pia\n2023,2000001,18,INVESTMENT,60\n2023,2000001,07,INVESTMENT,40\n"
                        + "2023,2000003,18,INVESTMENT,7\n2023,2000004,18,INVESTMENT,9\n2023,,07,CURRENT,1000\n");
        deadline("2023-01-31").statusCode(200);

        consistency(2023)
                .body("state", equalTo("GAPS"))
                .body("investments", equalTo(4))
                .body("gaps.uniqueInvestmentCode", contains("2000002", "2000003", "2000004"))
                .body("gaps.gap", contains("NOT_IN_BUDGET", "AMOUNT_DIFFERS", "NOT_IN_PROGRAMME"))
                .body("gaps[1].programmed.amount", equalTo("7.01"))
                .body("dueOn", equalTo("2023-01-31"))
                .body("daysLeft", lessThan(0));
        deadline("2100-01-31").statusCode(200);
        consistency(2023).body("daysLeft", greaterThanOrEqualTo(1));

        imported("budget-lines", "fiscal_year,cui,rubro,spending_class,pia\n2023,2000002,18,INVESTMENT,50\n");
        imported("investment-programme", "fiscal_year,cui,programmed\n2023,2000004,9\n");
        consistency(2023).body("state", equalTo("CONSISTENT")).body("gaps", hasSize(1));
    }

    @Test
    @Tag("OCO-32")
    void how_many_municipalities_did_not_register_is_told_for_the_nation() {
        var event = Examples.event("registry", "entity-registered");
        event.put("entity", "300932").put("ubigeo", "270101");
        Events.publish("registry", "entity-registered", event);

        Eventually.that(() -> Scene.read("/v1/fiscal-years/2029/programme-consistency")
                .statusCode(200)
                .body("municipalities", greaterThanOrEqualTo(1))
                .body("consistent", equalTo(0))
                .body("unregisteredPercent", equalTo("100")));
    }

    @Test
    @Tag("OCO-33")
    void target_less_executed_needs_a_reason_before_the_report_is_published() {
        publish(2022, "").statusCode(409).body("code", equalTo("programme-not-imported"));
        imported(
                "investment-programme",
                "fiscal_year,cui,title,programmed\n2022,2000001,Agua,100\n2022,2000002,Puente,50\n2022,2000003,Losa,7\n");
        imported(
                "execution",
                "fiscal_year,cui,rubro,pia,pim,accrued\n2022,2000001,18,100,100,30\n2022,2000001,07,0,40,40.01\n"
                        + "2022,2000003,18,7,7,7\n");

        publish(2022, reason("2000001", "Lluvias de enero a marzo"))
                .statusCode(422)
                .body("code", equalTo("target-reason-missing"))
                .body("errors", hasSize(1))
                .body("errors[0].detail", containsString("2000002"));
        publish(2022, reason("2000001", "Lluvias de enero a marzo") + "," + reason("2000002", "Sin expediente"))
                .statusCode(201)
                .body("items.missing.amount", contains("29.99", "50.00", "0.00"))
                .body("items.reason", contains("Lluvias de enero a marzo", "Sin expediente", null));
        publish(2022, "").statusCode(201);

        imported("execution", "fiscal_year,cui,rubro,pia,pim,accrued\n2022,2000003,18,7,8,7.01\n");
        Scene.read("/v1/entities/" + ENTITY + "/reports/targets/2022")
                .body("items[2].surplus.amount", equalTo("0.01"))
                .body("items[2].reasonOwed", equalTo(true))
                .body("items[0].reasonOwed", equalTo(false));
        publish(2022, "").statusCode(422).body("errors[0].detail", containsString("2000003"));
    }

    private static String reason(String code, String reason) {
        return "{\"uniqueInvestmentCode\":\"" + code + "\",\"reason\":\"" + reason + "\"}";
    }

    private static ValidatableResponse publish(int year, String reasons) {
        return Scene.as("budget-officer", ENTITY)
                .body("{\"fiscalYear\":" + year + ",\"reasons\":[" + reasons + "]}")
                .post("/v1/entities/" + ENTITY + "/target-reports")
                .then();
    }

    private static ValidatableResponse consistency(int year) {
        return Scene.read("/v1/entities/" + ENTITY + "/reports/programme-consistency/" + year)
                .statusCode(200);
    }

    private static ValidatableResponse deadline(String dueOn) {
        return Scene.as("platform-admin")
                .body("{\"dueOn\":\"" + dueOn + "\",\"law\":\"Directiva 001-2019-EF/63.01\"}")
                .put("/v1/fiscal-years/2023/programme-consistency/deadline")
                .then();
    }

    private static void imported(String kind, String content) {
        var token = Tokens.as("budget-officer").entity(ENTITY).token();
        String file = given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("text/csv")
                .body(content.getBytes(StandardCharsets.UTF_8))
                .post("/v1/entities/" + ENTITY + "/imports?kind=" + kind)
                .then()
                .statusCode(202)
                .extract()
                .path("file");
        Eventually.that(() -> given().auth()
                .oauth2(token)
                .get("/v1/imports/" + file)
                .then()
                .body("status", equalTo("FINISHED"))
                .body("refused", equalTo(0)));
    }
}
