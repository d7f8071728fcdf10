package pe.minka.registry.agent;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.registry.Town;
import pe.minka.testkit.WithMinkaStack;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A request does its work on one connection: with more, those who come at once wait for each other and nobody ends. */
@QuarkusTest
@WithMinkaStack
class ScarceConnectionsIT {

    @Inject
    AgroalDataSource pool;

    @Inject
    EntityManager database;

    private final List<Connection> taken = new ArrayList<>();
    private Town town;
    private String process;

    @BeforeEach
    void town() {
        town = Town.of("300784");
    }

    @AfterEach
    void giveBack() throws SQLException {
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void a_refused_application_is_answered_and_counted_with_the_last_connection() throws SQLException {
        process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var community = town.organisation(process, "Comunidad de la Última Conexión", "PEASANT_COMMUNITY");
        leaveOne();

        town.accredit(process, community, "1234567", "MALE").statusCode(422);

        giveBack();
        for (int i = 0; i < 5; i++) {
            town.accredit(process, community, "1234567", "MALE").statusCode(422);
        }
        town.registrar()
                .get("/v1/processes/" + process + "/application-report")
                .then()
                .statusCode(200)
                .body("refused", equalTo(6));
    }

    @Test
    void a_roll_of_many_cells_is_read_and_summed_up_with_the_last_connection() throws SQLException {
        process = town.process(town.regulation("coyllurqui-2016.v1"), 2032);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "insert into roll_cell (process, sex, role, age_band, language, zone, agents)"
                                        + " select :process, 'FEMALE', 'PRINCIPAL', '18-29', 'qu', 'Z1', 1 from generate_series(1, 2001)")
                        .setParameter("process", UUID.fromString(process))
                        .executeUpdate());
        leaveOne();

        given().get("/v1/processes/" + process + "/roll").then().statusCode(200).body("agents", equalTo(2001));

        assertThat(database.createNativeQuery("select count(*) from roll_cell where process = :process", Long.class)
                        .setParameter("process", UUID.fromString(process))
                        .getSingleResult())
                .isEqualTo(1L);
    }

    /** Takes connections until there are none, and gives one back. */
    private void leaveOne() throws SQLException {
        try {
            while (true) {
                taken.add(pool.getConnection());
            }
        } catch (SQLException none) {
            assertThat(taken).hasSizeGreaterThan(10);
            taken.remove(0).close();
        }
    }
}
