package pe.minka.registry;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.registry.regulation.Ordinances;
import pe.minka.testkit.KeptTextsIT;
import pe.minka.testkit.WithMinkaStack;

import java.util.Set;

import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@WithMinkaStack
class RegistryTextsIT extends KeptTextsIT {

    @Override
    protected Set<String> takenAsATree() {
        return Set.of("PUT /v1/regulations/{regulation}");
    }

    @Test
    void a_regulation_of_a_far_year_is_against_the_schema() {
        var document = Ordinances.document("coyllurqui-2016.v1");
        document.put("identifier", "far-year")
                .put("effectiveFrom", "+999999999-03-18")
                .remove("version");

        Town.of("301414")
                .registrar()
                .header("If-None-Match", "*")
                .body(document.toString())
                .put("/v1/regulations/far-year")
                .then()
                .statusCode(422)
                .body("code", equalTo("regulation-malformed"));
    }
}
