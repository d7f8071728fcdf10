package pe.minka.allocation.report;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.util.UUID;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.allocation.Scene.soles;

@QuarkusTest
@WithMinkaStack
class ShareHistoryIT {

    private static final String ENTITY = "300921";

    @Test
    @Tag("NAT-32")
    void a_percentage_cut_to_almost_nothing_is_public_with_its_change_over_the_last_cycle() {
        declare(2018, "30000.00");
        Scene.read("/v1/entities/" + ENTITY + "/shares")
                .body("items", hasSize(1))
                .body("items[0].percent", equalTo("30"))
                .body("items[0].change", nullValue());
        declare(2019, "0.10");
        declare(2020, "50000.00");

        Scene.read("/v1/entities/" + ENTITY + "/shares")
                .statusCode(200)
                .body("items.fiscalYear", contains(2018, 2019, 2020))
                .body("items.percent", contains("30", "0.0001", "50"))
                .body("items[1].change", equalTo("-29.9999"))
                .body("items[2].change", equalTo("49.9999"));
    }

    private static void declare(int year, String amount) {
        var process = UUID.randomUUID();
        var event = Examples.event("registry", "process-called");
        event.put("process", process.toString()).put("entity", ENTITY).put("fiscalYear", year);
        Events.publish("registry", "process-called", event);
        var envelopes = "/v1/processes/" + process + "/envelopes";
        Eventually.that(() -> Scene.read(envelopes).statusCode(200));
        Scene.as("budget-officer", ENTITY)
                .body("""
                        {"fiscalYear":%d,"investmentBudget":%s,"lines":[{"line":"18","amount":%s}]}""".formatted(year, soles("100000.00"), soles(amount)))
                .post(envelopes)
                .then()
                .statusCode(201);
    }
}
