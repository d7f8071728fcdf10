package pe.minka.allocation.job;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import static org.hamcrest.Matchers.equalTo;

/** How long the selections of all districts take; run by name, its figure stands in the README of the module. */
@QuarkusTest
@WithMinkaStack
class SelectionJobMeasurement {

    private static final Logger LOG = Logger.getLogger(SelectionJobMeasurement.class);
    private static final int DISTRICTS = 1891;

    @Inject
    AgroalDataSource database;

    @Test
    void the_projects_of_all_districts_are_selected_in_one_job() throws Exception {
        fill();
        long start = System.nanoTime();
        String job = admin().body("{\"fiscalYear\":2041}")
                .post("/v1/selection-jobs")
                .then()
                .statusCode(202)
                .body("total", equalTo(DISTRICTS))
                .extract()
                .path("job");
        long accepted = System.nanoTime();
        while (!Boolean.TRUE.equals(admin().get("/v1/selection-jobs/" + job).path("finished"))) {
            java.util.concurrent.TimeUnit.MILLISECONDS.sleep(250);
        }
        long done = System.nanoTime();
        admin().get("/v1/selection-jobs/" + job).then().body("selected", equalTo(DISTRICTS));
        LOG.infof(
                "accepted after %d ms, %d selections after %d ms",
                (accepted - start) / 1_000_000, DISTRICTS, (done - start) / 1_000_000);
    }

    private static RequestSpecification admin() {
        return Scene.as("platform-admin");
    }

    /** As many processes as there are districts, each with six projects, 900 votes and one envelope. */
    private void fill() throws Exception {
        var regulation = Scene.regulation("coyllurqui-2016.v1").toString().replace("'", "''");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create temp table d on commit drop as select g as n, gen_random_uuid() as process,"
                    + " gen_random_uuid() as envelope, gen_random_uuid() as round, lpad((400000 + g)::text, 6, '0') as entity"
                    + " from generate_series(1, " + DISTRICTS + ") g");
            statement.execute("insert into process (id, entity, ubigeo, name, fiscal_year, level, regulation)"
                    + " select process, entity, '030503', 'Proceso ' || n, 2041, 'DISTRICT', '" + regulation
                    + "'::jsonb from d");
            statement.execute(
                    "insert into envelope (id, process, entity, fiscal_year, purse, decided_by,"
                            + " investment_budget, whole_investment_budget, amount, computed_percent, declared_at)"
                            + " select envelope, process, entity, 2041, 'WHOLE', 'AGENTS', 50000000, 50000000, 50000000, 100, now() from d");
            statement.execute(
                    "insert into envelope_line (envelope, line, amount) select envelope, '18', 50000000 from d");
            statement.execute(
                    "insert into voting_round (id, process, entity, kind, closed, roll, turnout, blank, tallies)"
                            + " select round, process, entity, 'PRIORITISE_PROJECTS', true, 300, 270, 0, (select jsonb_agg("
                            + "jsonb_build_object('proposal', gen_random_uuid(), 'title', 'Proyecto ' || p, 'objective', gen_random_uuid(),"
                            + " 'zone', 'Z' || p, 'cost', jsonb_build_object('amount', (p * 50000 + n)::text || '.00', 'currency', 'PEN'),"
                            + " 'votes', 250 - 37 * p + n % 11)) from generate_series(1, 6) p) from d");
            connection.commit();
        }
    }
}
