package pe.minka.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Peru;
import pe.minka.testkit.Tokens;
import pe.minka.testkit.WithMinkaStack;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** The lists of those who sign for citizens without organisation. */
@QuarkusTest
@WithMinkaStack
class SupportersIT {

    private Town town;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    @BeforeEach
    void town() {
        town = Town.of("300323");
    }

    @Test
    @Tag("VES-53")
    void supporters_are_counted_from_the_rows_of_the_list_and_rows_that_break_a_rule_are_named() {
        var process = process(2031, rule -> rule.put("minimumSupporters", 3));
        var application = lodged(process);
        var doubled = Town.document();

        add(process, application, List.of(row(doubled), row(doubled), row("1234567"), unsigned(), row(Town.document())))
                .statusCode(200)
                .body("counted", equalTo(2))
                .body("needed", equalTo(3))
                .body("state", equalTo("OBSERVED"))
                .body("refused.row", contains(2, 3, 4))
                .body("refused.code", contains("supporter-twice", "document-leading-zero-lost", "supporter-unsigned"))
                .body("refused.law", hasItem("DS 142-2009-EF, primera disposición final"));
        town.counted()
                .body("{}")
                .post(path(process, application) + "/accreditation")
                .then()
                .statusCode(409)
                .body("errors.code", contains("too-few-supporters"))
                .body("errors[0].expected", equalTo("3"));
        add(process, application, List.of(row(Town.document())))
                .body("counted", equalTo(3))
                .body("state", equalTo("COMPLETE"));
        String last = town.registrar()
                .get(path(process, application) + "/supporters")
                .then()
                .body("items.documentNumber", hasItem(doubled))
                .body("items.address", hasItem("Jr. Lima 120"))
                .extract()
                .path("items[0].supporter");
        town.counted()
                .post(path(process, application) + "/supporters/" + last + "/erasure")
                .then()
                .statusCode(204);
        town.registrar()
                .get(path(process, application))
                .then()
                .body("state", equalTo("OBSERVED"))
                .body("supporters", equalTo(2));
        add(process, application, List.of(row(Town.document()))).body("state", equalTo("COMPLETE"));
        town.counted()
                .body("{}")
                .post(path(process, application) + "/accreditation")
                .then()
                .statusCode(201);
    }

    @Test
    void a_person_signs_once_in_a_process_and_the_refusal_tells_nothing_of_the_other_petition() {
        var process = process(2032, rule -> rule.put("minimumSupporters", 2));
        var first = lodged(process);
        var second = lodged(process);
        var people = List.of(row(Town.document()), row(Town.document()), row(Town.document()));
        var backwards = new ArrayList<>(people);
        java.util.Collections.reverse(backwards);

        var counts = List.of(Map.entry(first, people), Map.entry(second, backwards)).parallelStream()
                .map(list -> add(process, list.getKey(), list.getValue())
                        .statusCode(200)
                        .extract()
                        .<Integer>path("counted"))
                .toList();

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
        var third = lodged(process);
        var refused = add(process, third, people)
                .body("counted", equalTo(0))
                .body("refused.code", contains("supporter-elsewhere", "supporter-elsewhere", "supporter-elsewhere"))
                .extract()
                .asString();
        assertThat(refused).doesNotContain(first).doesNotContain(second);
        for (String application : List.of(first, second)) {
            town.counted()
                    .post(path(process, application) + "/withdrawal")
                    .then()
                    .statusCode(200);
        }
        add(process, third, people).body("counted", equalTo(3));
        var other = process(2033, rule -> rule.put("minimumSupporters", 2));
        add(other, lodged(other), people).body("counted", equalTo(3));
    }

    @Test
    void a_part_of_the_adults_is_taken_of_those_that_the_ordinance_counts_or_of_those_published() {
        var counted = process(
                2034, rule -> rule.put("supportersPercentOfAdults", "0.02").put("adults", 706_004));
        add(counted, lodged(counted), List.of(row(Town.document()))).body("needed", equalTo(142));

        var published = process(
                2035, rule -> rule.put("supportersPercentOfAdults", "0.02").put("supportersRounding", "DOWN"));
        var application = lodged(published);
        add(published, application, List.of(row(Town.document()))).body("$", not(hasKey("needed")));
        town.registrar().get(path(published, application)).then().body("observations.code", contains("adults-unknown"));
        String territory = given().get("/v1/entities/" + town.entity()).path("ubigeo");
        town.registrar()
                .header("If-None-Match", "*")
                .body(Map.of(
                        "source",
                        "INEI 2017",
                        "zones",
                        List.of(Map.of("code", territory, "name", "Distrito")),
                        "values",
                        List.of(Map.of("zone", territory, "indicator", "ADULTS", "unit", "people", "value", "9999"))))
                .put("/v1/entities/" + town.entity() + "/indicators/census/2017")
                .then()
                .statusCode(200);
        add(published, application, List.of(row(Town.document())))
                .body("needed", equalTo(1))
                .body("state", equalTo("COMPLETE"));
    }

    @Test
    void
            where_the_ordinance_asks_for_a_list_a_claimed_number_lets_nobody_in_and_where_it_asks_for_none_none_is_taken() {
        var listed = process(2036, rule -> rule.put("minimumSupporters", 2).put("supportersListed", true));
        var neighbours = town.organisation(listed, "Vecinos " + UUID.randomUUID(), "UNORGANISED_CITIZENS");
        var claim = new HashMap<String, Object>(application(neighbours));
        claim.put("supporters", 500);
        town.counted()
                .body(claim)
                .post("/v1/processes/" + listed + "/agents")
                .then()
                .statusCode(422)
                .body("errors.code", contains("supporters-not-listed"));

        var none = process(2037, rule -> {});
        add(none, lodged(none), List.of(row(Town.document())))
                .statusCode(409)
                .body("code", equalTo("supporters-not-asked"));
    }

    @Test
    void a_list_is_brought_as_a_file_and_not_after_the_term() {
        var process = process(2038, rule -> rule.put("minimumSupporters", 2));
        var application = lodged(process);
        var twice = Town.document();
        var file = "document_number;names;address;signed\n" + twice + ";Ana Silva;Jr. Lima 1;sí\n" + twice
                + ";Ana Silva;Jr. Lima 1;sí\n" + Town.document() + ";Luis Huamán;Jr. Lima 2;X\n" + Town.document()
                + ";Sin Firma;Jr. Lima 3;no\n";

        var job = Town.followed(
                bring(process, application, file).statusCode(202).extract().header("Location"), town.token());

        assertThat(job.getInt("rowsAccepted")).isEqualTo(2);
        assertThat(job.getInt("rowsRefused")).isEqualTo(2);
        town.registrar()
                .get(path(process, application))
                .then()
                .body("supporters", equalTo(2))
                .body("state", equalTo("COMPLETE"));
        var late = lodged(process);
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update application set cure_until = :last where id = cast(:id as uuid)")
                        .setParameter("last", Peru.today(clock).minusDays(1))
                        .setParameter("id", late)
                        .executeUpdate());
        bring(process, late, file).statusCode(409).body("code", equalTo("cure-late"));
    }

    @Test
    void whoever_signed_is_forgotten_when_the_term_of_the_process_is_over() {
        var process = process(2039, rule -> rule.put("minimumSupporters", 9), 12);
        var application = lodged(process);
        add(process, application, List.of(row(Town.document()), row(Town.document())))
                .body("counted", equalTo(2));
        retention(true).body("due", equalTo(0));

        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "update phase set state = 'CLOSED', opened_at = now() - interval '15 months',"
                                        + " closed_at = now() - interval '13 months' where process = cast(:process as uuid)")
                        .setParameter("process", process)
                        .executeUpdate());

        retention(true).body("due", equalTo(3)).body("erased", equalTo(0));
        var erased = IntStream.range(0, 2)
                .parallel()
                .mapToObj(i -> retention(false).extract().<Integer>path("erased"))
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(erased).isEqualTo(3);
        town.registrar().get(path(process, application) + "/supporters").then().body("items", hasSize(0));
        town.registrar().get(path(process, application)).then().body("$", not(hasKey("names")));
        assertThat(database.createNativeQuery(
                                "select 1 from supporter where application = cast(:id as uuid) and (names is not null or document_index is not null)")
                        .setParameter("id", application)
                        .getResultList())
                .isEmpty();
    }

    private ValidatableResponse retention(boolean dryRun) {
        return given().auth()
                .oauth2(Tokens.as("entity-admin").entity(town.entity()).token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(Map.of("dryRun", dryRun))
                .post("/v1/entities/" + town.entity() + "/retention-runs")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse bring(String process, String application, String file) {
        return given().auth()
                .oauth2(town.token())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("text/csv; charset=UTF-8")
                .queryParam("mode", "valid-rows")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(path(process, application) + "/supporters/imports")
                .then();
    }

    private ValidatableResponse add(String process, String application, List<Map<String, Object>> rows) {
        return town.counted()
                .body(Map.of("items", rows))
                .post(path(process, application) + "/supporters")
                .then();
    }

    private static Map<String, Object> row(String document) {
        return Map.of(
                "documentKind",
                "DNI",
                "documentNumber",
                document,
                "names",
                "Juana Mamani Condori",
                "address",
                "Jr. Lima 120",
                "signed",
                true);
    }

    private static Map<String, Object> unsigned() {
        var row = new HashMap<>(row(Town.document()));
        row.put("signed", false);
        return row;
    }

    private String lodged(String process) {
        var neighbours = town.organisation(process, "Vecinos " + UUID.randomUUID(), "UNORGANISED_CITIZENS");
        return town.counted()
                .body(application(neighbours))
                .post("/v1/processes/" + process + "/applications")
                .then()
                .statusCode(201)
                .extract()
                .path("application");
    }

    private static Map<String, Object> application(String organisation) {
        return Map.of(
                "role",
                "PRINCIPAL",
                "organisation",
                organisation,
                "documentKind",
                "DNI",
                "documentNumber",
                Town.document(),
                "names",
                "Vecina de Prueba",
                "sex",
                "FEMALE",
                "papers",
                List.of("ASSEMBLY_MINUTES"));
    }

    private String process(int fiscalYear, java.util.function.Consumer<ObjectNode> rule) {
        return process(fiscalYear, rule, 0);
    }

    private String process(int fiscalYear, java.util.function.Consumer<ObjectNode> rule, int months) {
        return town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    rule.accept((ObjectNode) document.at("/accreditation/unorganisedCitizens"));
                    if (months > 0) {
                        document.putObject("personalData").put("retentionMonths", months);
                    }
                }),
                fiscalYear);
    }

    private static String path(String process, String application) {
        return "/v1/processes/" + process + "/applications/" + application;
    }
}
