package pe.minka.execution;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.execution.Coyllurqui.contribute;
import static pe.minka.execution.Coyllurqui.expenditure;
import static pe.minka.execution.Coyllurqui.officer;
import static pe.minka.execution.Coyllurqui.read;
import static pe.minka.execution.Coyllurqui.spend;

@QuarkusTest
@WithMinkaStack
class MoneyIT {

    @Test
    void not_one_centimo_over_the_agreed_amount_is_certified() {
        var project = aProjectOf("1000.00");
        spend(project, "CERTIFIED", "999.99").statusCode(201);

        spend(project, "CERTIFIED", "0.02")
                .statusCode(422)
                .body("code", equalTo("over-agreed-amount"))
                .body("available", equalTo("0.01"));
        spend(project, "CERTIFIED", "0.01").statusCode(201).body("phaseTotal.amount", equalTo("1000.00"));
    }

    @Test
    void no_phase_passes_the_one_before_it() {
        var project = aProjectOf("1000.00");

        spend(project, "ACCRUED", "0.01")
                .statusCode(422)
                .body("code", equalTo("over-earlier-phase"))
                .body("available", equalTo("0.00"));
    }

    @Test
    void an_imported_entry_that_breaks_the_order_is_flagged_and_kept() {
        var project = aProjectOf("1000.00");

        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(expenditure("DISBURSED", "1000.01").replace("\"line\"", "\"origin\":\"IMPORTED\",\"line\""))
                .post("/v1/projects/" + project + "/expenditures")
                .then()
                .statusCode(201)
                .body("flags", contains("OVER_AGREED_AMOUNT", "OVER_EARLIER_PHASE"));
        assertThat(read(project).getString("spending.disbursed.amount")).isEqualTo("1000.01");
    }

    @Test
    void among_many_officers_at_once_the_agreed_amount_is_never_passed() throws Exception {
        var project = aProjectOf("1000.00");
        var pool = Executors.newFixedThreadPool(10);
        var requests = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 30; i++) {
            requests.add(() -> spend(project, "CERTIFIED", "100.00").extract().statusCode());
        }

        var answers = new ArrayList<Integer>();
        for (var answer : pool.invokeAll(requests)) {
            answers.add(answer.get());
        }
        pool.shutdown();

        assertThat(answers).filteredOn(status -> status == 201).hasSize(10);
        assertThat(answers).filteredOn(status -> status == 422).hasSize(20);
        assertThat(read(project).getString("spending.certified.amount")).isEqualTo("1000.00");
        given().get("/v1/projects/" + project + "/ledger")
                .then()
                .body("items", hasSize(10))
                .body("items.ordinal", equalTo(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
    }

    @Test
    void the_same_key_records_an_expenditure_once() {
        var project = aProjectOf("1000.00");
        var key = UUID.randomUUID().toString();
        String first = spend(project, "CERTIFIED", "100.00", key)
                .statusCode(201)
                .extract()
                .path("expenditure");

        String again = spend(project, "CERTIFIED", "100.00", key)
                .statusCode(201)
                .extract()
                .path("expenditure");

        assertThat(again).isEqualTo(first);
        spend(project, "CERTIFIED", "100.01", key).statusCode(422).body("code", equalTo("idempotency-key-reused"));
        officer()
                .body(expenditure("CERTIFIED", "1.00"))
                .post("/v1/projects/" + project + "/expenditures")
                .then()
                .statusCode(400)
                .body("code", equalTo("idempotency-key-missing"));
        assertThat(read(project).getString("spending.certified.amount")).isEqualTo("100.00");
    }

    @Test
    void the_ledger_is_read_page_by_page() {
        var project = aProjectOf("1000.00");
        for (int i = 0; i < 5; i++) {
            spend(project, "CERTIFIED", "10.00").statusCode(201);
        }
        var ledger = "/v1/projects/" + project + "/ledger";
        String next = given().get(ledger + "?limit=3")
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");

        given().get(ledger + "?limit=3&cursor=" + next)
                .then()
                .body("items.ordinal", contains(4, 5))
                .body("next", nullValue());
    }

    @Test
    void an_expenditure_for_a_work_that_no_agreement_names_is_told_without_one() {
        var coyllurqui = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved();
        coyllurqui.project();
        var name = "Losa deportiva " + UUID.randomUUID();

        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(expenditure("ACCRUED", "38000.00")
                        .replace("{\"phase\"", "{\"workName\":\"" + name + "\",\"phase\""))
                .post("/v1/processes/" + coyllurqui.process + "/expenditures")
                .then()
                .statusCode(201)
                .body("project", nullValue());

        var told = Events.await(
                "execution",
                "expenditure-recorded",
                body -> body.path("workName").asText().equals(name));
        assertThat(told.body().get("project").isNull()).isTrue();
        assertThat(told.body().get("agreement").isNull()).isTrue();
        given().get("/v1/processes/" + coyllurqui.process + "/expenditures")
                .then()
                .body("items.workName", contains(name));
    }

    @Test
    void the_number_of_a_natural_person_is_neither_kept_nor_told() {
        var project = aProjectOf("1000.00");
        var identityNumber = "10178011460";

        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(expenditure("CERTIFIED", "10.00").replace("20131312955", identityNumber))
                .post("/v1/projects/" + project + "/expenditures")
                .then()
                .statusCode(201)
                .body("payee", nullValue());

        var told = Events.await(
                "execution",
                "expenditure-recorded",
                body -> body.path("project").asText().equals(project));
        assertThat(told.body().get("payee").isNull()).isTrue();
    }

    @Test
    @Tag("ANT-47")
    void the_communitys_money_is_kept_apart_and_comes_out_even_in_the_final_accounts() {
        var project = Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed("1000.00")
                .approved()
                .startedProject();
        contribute(project, "MONEY", "500.00").statusCode(201);
        spendOfTheCommunity(project, "500.01", 422);
        spendOfTheCommunity(project, "420.00", 201);
        assertThat(read(project).getString("spending.accrued.amount")).isEqualTo("0.00");
        Coyllurqui.settle(project, "2017-06-30")
                .statusCode(409)
                .body("code", equalTo("community-money-unreconciled"))
                .body("left", equalTo("80.00"));

        officer()
                .body("""
                        {"settledOn":"2017-06-30","document":"Resolución 088-2017",\
                        "communityMoneyReturned":{"amount":"80.00","currency":"PEN"}}""")
                .post("/v1/projects/" + project + "/settlement")
                .then()
                .statusCode(201)
                .body("communityMoney.received.amount", equalTo("500.00"))
                .body("communityMoney.spent.amount", equalTo("420.00"))
                .body("communityMoney.returned.amount", equalTo("80.00"))
                .body("spent.amount", equalTo("0.00"));

        given().get("/v1/projects/" + project + "/community-ledger")
                .then()
                .body("items.direction", contains("RECEIVED", "SPENT", "RETURNED"))
                .body("items.balance.amount", contains("500.00", "80.00", "0.00"));
    }

    private static String aProjectOf(String amount) {
        return Coyllurqui.under("coyllurqui-2016.v1")
                .called()
                .signed(amount)
                .approved()
                .project();
    }

    private static void spendOfTheCommunity(String project, String amount, int status) {
        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"amount":{"amount":"%s","currency":"PEN"},"purpose":"Clavos","document":"Boleta 001",\
                        "spentOn":"2016-08-02"}""".formatted(amount))
                .post("/v1/projects/" + project + "/community-expenditures")
                .then()
                .statusCode(status);
    }
}
