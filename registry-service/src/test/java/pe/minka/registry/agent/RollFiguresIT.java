package pe.minka.registry.agent;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.Town;
import pe.minka.testkit.WithMinkaStack;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class RollFiguresIT {

    @Inject
    RollFigures figures;

    private Town ocongate;

    @BeforeEach
    void town() {
        ocongate = Town.of("300782");
    }

    @Test
    void the_counts_hold_while_registrars_work_at_once_and_agents_go() throws InterruptedException {
        var process = ocongate.process(ocongate.regulation("coyllurqui-2016.v1"), 2019);
        var organisation = ocongate.organisation(process, "Comunidad de las Cuentas", "PEASANT_COMMUNITY");
        var ids = new ConcurrentLinkedQueue<String>();
        var desks = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 24; i++) {
            var sex = i % 2 == 0 ? "FEMALE" : "MALE";
            desks.execute(() -> ids.add(ocongate.accredit(process, organisation, Town.document(), sex)
                    .statusCode(201)
                    .extract()
                    .path("agent")));
        }
        desks.shutdown();
        assertThat(desks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(ids).hasSize(24);
        ocongate.counted()
                .body(Map.of("because", "DECEASED"))
                .post("/v1/processes/" + process + "/agents/" + ids.peek() + "/revocation")
                .then()
                .statusCode(200);

        given().get("/v1/processes/" + process + "/roll")
                .then()
                .body("agents", equalTo(23))
                .body("organisations", equalTo(1))
                .body("byOrganisationKind[0].agents", equalTo(23));
        QuarkusTransaction.requiringNew().run(() -> figures.sumUp(new ProcessId(UUID.fromString(process))));
        given().get("/v1/processes/" + process + "/roll").then().body("agents", equalTo(23));
    }
}
