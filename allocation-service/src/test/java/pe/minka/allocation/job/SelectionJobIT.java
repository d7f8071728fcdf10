package pe.minka.allocation.job;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class SelectionJobIT {

    @Inject
    WorkOnJobs replica;

    @Inject
    AgroalDataSource database;

    @Test
    void each_process_is_selected_once_however_many_replicas_work_and_what_one_lacks_holds_up_no_other()
            throws Exception {
        var ready = IntStream.range(0, 6).mapToObj(each -> ready()).toList();
        var lacking = Scene.under("coyllurqui-2016.v1");
        var scenes = new ArrayList<>(ready);
        scenes.add(2, lacking);
        var others = Executors.newFixedThreadPool(2);
        try {
            String job = start(scenes)
                    .statusCode(202)
                    .body("total", equalTo(7))
                    .extract()
                    .path("job");
            others.submit(this::workAsAnotherReplica);
            others.submit(this::workAsAnotherReplica);
            Eventually.that(() -> read("/v1/selection-jobs/" + job)
                    .body("finished", equalTo(true))
                    .body("selected", equalTo(6))
                    .body("refused", equalTo(1)));
            read("/v1/selection-jobs/" + job + "/results?limit=2").body("items.position", contains(1, 2));
            read("/v1/selection-jobs/" + job + "/results?state=REFUSED")
                    .body("items.position", contains(3))
                    .body("items.problem", contains("no-tallied-round"));
        } finally {
            others.shutdown();
        }
        for (var scene : ready) {
            Scene.read(scene.path("selections")).body("items", hasSize(1));
        }
        Scene.read(lacking.path("selections")).body("items", hasSize(0));
        String again = start(ready).extract().path("job");
        Eventually.that(() -> read("/v1/selection-jobs/" + again).body("already", equalTo(6)));
        Scene.read(ready.get(0).path("selections")).body("items", hasSize(1));
    }

    @Test
    void what_a_dying_replica_held_is_passed_over_while_it_lives_and_done_once_it_is_dead() throws Exception {
        var held = ready();
        var free = ready();
        try (var dying = database.getConnection()) {
            var job = holdNewItem(dying, held);
            String other = start(List.of(free)).extract().path("job");
            Eventually.that(() -> read("/v1/selection-jobs/" + other).body("selected", equalTo(1)));
            Scene.as("platform-admin").get("/v1/selection-jobs/" + job).then().body("waiting", equalTo(1));

            dying.rollback();
            Eventually.that(() -> Scene.as("platform-admin")
                    .get("/v1/selection-jobs/" + job)
                    .then()
                    .body("selected", equalTo(1)));
        }
        Scene.read(held.path("selections")).body("items", hasSize(1));
    }

    @Test
    void a_job_reaches_the_processes_of_the_caller_and_is_read_by_who_asked_for_it() {
        var scene = ready();
        String job = start(List.of(scene)).extract().path("job");

        Scene.as("auditor").get("/v1/selection-jobs/" + job).then().statusCode(403);
        given("other").get("/v1/selection-jobs/" + job).then().statusCode(404);
        Scene.as("budget-officer", "300999")
                .body(body(List.of(scene)))
                .post("/v1/selection-jobs")
                .then()
                .statusCode(422)
                .body("errors.code", contains("process-out-of-reach"));
        Scene.budgetOfficer()
                .body("{\"fiscalYear\":2099}")
                .post("/v1/selection-jobs")
                .then()
                .statusCode(422)
                .body("code", equalTo("no-process-in-reach"));
        Scene.budgetOfficer()
                .body("{}")
                .post("/v1/selection-jobs")
                .then()
                .statusCode(422)
                .body("code", equalTo("year-or-processes"));
    }

    private void workAsAnotherReplica() {
        for (int item = 0; item < 10; item++) {
            replica.workOnOne();
        }
    }

    /** An item that another replica took and did not finish. */
    private static UUID holdNewItem(Connection dying, Scene scene) throws Exception {
        var job = UUID.randomUUID();
        dying.setAutoCommit(false);
        try (var statement = dying.createStatement()) {
            statement.execute("insert into selection_job (id, requested_by, total, created_at) values ('" + job
                    + "', 'budget-officer', 1, now())");
            statement.execute("insert into selection_job_item (job, position, process, entity) values ('" + job
                    + "', 1, '" + scene.process() + "', '" + Scene.ENTITY + "')");
            dying.commit();
            statement.execute("select 1 from selection_job_item where job = '" + job + "' for update");
        }
        return job;
    }

    private static Scene ready() {
        var scene = Scene.under("coyllurqui-2016.v1");
        scene.declareEnvelope("500000.00");
        scene.tallied();
        return scene;
    }

    private static ValidatableResponse start(List<Scene> scenes) {
        return Scene.budgetOfficer()
                .body(body(scenes))
                .post("/v1/selection-jobs")
                .then();
    }

    private static String body(List<Scene> scenes) {
        return scenes.stream()
                .map(scene -> "{\"process\":\"" + scene.process() + "\"}")
                .collect(Collectors.joining(",", "{\"processes\":[", "]}"));
    }

    private static ValidatableResponse read(String path) {
        return Scene.budgetOfficer().get(path).then();
    }

    private static RequestSpecification given(String subject) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.as("budget-officer")
                        .subject(subject)
                        .entity(Scene.ENTITY)
                        .token());
    }
}
