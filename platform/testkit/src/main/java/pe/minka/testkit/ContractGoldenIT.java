package pe.minka.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the contract that a service serves to the one that is published in {@code contracts/openapi}, and both to what
 * every contract of Minka promises. A service extends it with {@code @QuarkusTest @WithMinkaStack}.
 *
 * <p>{@code -Dcontracts.update=true} writes the served contract into the published one.
 */
public abstract class ContractGoldenIT {

    /** The published contract. */
    protected Path published() {
        return Project.contracts().resolve("openapi").resolve(service() + ".yaml");
    }

    /** The package whose resources the contract has to name. */
    protected String rootPackage() {
        return "pe.minka." + service();
    }

    protected final String service() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }

    @Test
    void the_served_contract_is_the_published_one() throws IOException {
        var served = served();
        if (Boolean.getBoolean("contracts.update")) {
            Files.createDirectories(published().getParent());
            Files.writeString(published(), Contracts.yaml(served));
        }
        assertThat(published())
                .as("the published contract; -Dcontracts.update=true writes it")
                .exists();
        assertThat(Contracts.differences(Contracts.read(Files.readString(published())), served))
                .as("what is served but not published, or the reverse; -Dcontracts.update=true takes it over")
                .isEmpty();
    }

    @Test
    void nothing_that_callers_rely_on_is_broken() {
        var before = Contracts.lastPublished(published());
        if (before.isPresent()) {
            assertThat(BreakingChanges.between(before.get(), served()))
                    .as("changes that break callers of the contract in %s", Contracts.baseline())
                    .isEmpty();
        }
    }

    @Test
    void every_operation_says_what_it_does_who_may_call_it_and_how_it_looks() {
        assertThat(ContractRules.violations(served())).isEmpty();
    }

    @Test
    void every_example_is_what_its_schema_says() {
        assertThat(ContractExamples.violations(served())).isEmpty();
    }

    @Test
    void no_route_is_served_outside_the_contract() {
        assertThat(ServedRoutes.of(rootPackage())).isSubsetOf(Contracts.routes(served()));
    }

    private static JsonNode served() {
        var text = RestAssured.given()
                .accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Json.read(text);
    }
}
