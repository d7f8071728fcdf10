package pe.minka.allocation.selection;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import pe.minka.allocation.Scene;
import pe.minka.testkit.WithMinkaStack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@WithMinkaStack
class PabulibCountIT {

    @Test
    void a_real_election_is_counted_and_its_official_outcome_reproduced() throws IOException {
        Scene.as("auditor")
                .contentType("text/plain")
                .body(election())
                .post("/v1/pabulib-counts")
                .then()
                .log()
                .ifValidationFails()
                .statusCode(200)
                .body("ballots", equalTo(465))
                .body("agrees", equalTo(true))
                .body("onlyOfficial", hasSize(0));
    }

    @Test
    void a_file_that_is_cut_off_in_the_middle_is_refused_with_its_line() throws IOException {
        var whole = election();
        var cut = whole.substring(0, whole.indexOf("PROJECTS") + 40);

        Scene.as("auditor")
                .contentType("text/plain")
                .body(cut)
                .post("/v1/pabulib-counts")
                .then()
                .statusCode(422)
                .body("code", equalTo("pabulib-unreadable"));
    }

    @Test
    void a_file_that_ends_before_its_last_ballot_is_refused_though_each_line_is_whole() throws IOException {
        var whole = election();
        var lines = whole.split("\n", -1);
        var cut = String.join("\n", java.util.Arrays.copyOf(lines, lines.length - 100)) + "\n";

        Scene.as("auditor")
                .contentType("text/plain")
                .body(cut)
                .post("/v1/pabulib-counts")
                .then()
                .statusCode(422)
                .body("code", equalTo("pabulib-cut-off"))
                .body("declared", equalTo("465"));
    }

    @Test
    void a_ballot_for_an_unknown_project_and_an_unknown_rule_are_refused() throws IOException {
        Scene.as("auditor")
                .contentType("text/plain")
                .body(election() + "9999;no-such-project\n")
                .post("/v1/pabulib-counts")
                .then()
                .statusCode(422)
                .body("code", equalTo("pabulib-unreadable"))
                .body("reason", containsString("no-such-project"));
        Scene.as("auditor")
                .contentType("text/plain")
                .body(election())
                .post("/v1/pabulib-counts?rule=astrology")
                .then()
                .statusCode(422)
                .body("code", equalTo("selection-method-unknown"));
    }

    private static String election() throws IOException {
        try (var file = PabulibCountIT.class.getResourceAsStream("/pabulib/Poland_Warszawa_2017_Miedzylesie.pb")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
