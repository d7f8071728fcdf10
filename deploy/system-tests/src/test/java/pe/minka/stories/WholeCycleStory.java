package pe.minka.stories;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import pe.minka.local.demo.Concertation;
import pe.minka.local.demo.CoyllurquiCycle;
import pe.minka.local.demo.Formalisation;
import pe.minka.local.demo.Preparation;
import pe.minka.local.demo.PublicApi;
import pe.minka.local.demo.PublicApi.Answer;
import pe.minka.local.demo.VillaElSalvador;
import pe.minka.local.demo.Works;
import pe.minka.stories.RunningSystem.Running;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** The process of Coyllurqui from its ordinance to the public page: what is done at one end is found at the other. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholeCycleStory {

    private Running system;
    private PublicApi api;
    private CoyllurquiCycle cycle;
    private Concertation concertation;
    private Formalisation formalisation;
    private Works works;

    @BeforeAll
    void meet(Running running) {
        system = running;
        api = system.api();
        cycle = new CoyllurquiCycle(api, system.accounts(), 2017);
        concertation = cycle.concertation();
        formalisation = cycle.formalisation();
        works = cycle.works();
    }

    @Test
    @Order(1)
    void the_preparation_closes_only_with_team_roll_and_training() {
        var preparation = cycle.preparation();
        preparation.loadMunicipalities();
        preparation.publishOrdinance();
        preparation.callProcess();

        var refused = closing("PREPARATION").send();
        assertProblem(refused, 409, "phase-not-complete");
        assertThat(texts(refused.json().get("errors"), "requires"))
                .containsExactlyInAnyOrder("TECHNICAL_TEAM_CONSTITUTED", "ROLL_PUBLISHED", "TRAINING_HELD");

        preparation.nameTechnicalTeam();
        var imported = preparation.importRoll(Preparation.rollAsCsv()).json();
        assertThat(imported.get("rowsAccepted").asInt()).isEqualTo(300);
        preparation.readCredentials();
        preparation.holdTraining();
        preparation.publishRoll();
        cycle.closePhase("PREPARATION");

        var roll = api.get("registry", cycle.path("/roll")).expectSuccess().json();
        assertThat(roll.get("women").asInt()).isEqualTo(105);
        assertThat(roll.get("men").asInt()).isEqualTo(195);
        preparation.enrolAgents();
    }

    @Test
    @Order(2)
    void the_agents_deliberate_and_vote_once_each() {
        concertation.play();

        var voter = concertation.voters().get(10);
        var choice = List.of(cycle.proposals().get("Puente peatonal de Huancacalla"));
        assertThat(concertation.cast(voter, choice).status()).isEqualTo(409);

        var round = api.get("workshop", "/v1/rounds/" + concertation.round())
                .expectSuccess()
                .json();
        assertThat(round.get("turnout").asInt()).isEqualTo(Concertation.BALLOTS);
        assertThat(concertation.voters()).hasSize(286);
        var ballots = api.get("workshop", "/v1/rounds/" + concertation.round() + "/ballot-file")
                .expectSuccess();
        assertThat(ballots.text()).contains("META", "PROJECTS", "VOTES");
        cycle.agents().forEach(agent -> assertThat(ballots.text()).doesNotContain(agent.id()));
    }

    @Test
    @Order(3)
    @Tag("COY-78")
    void the_whole_programme_is_validated_and_fourteen_proposals_join_it() {
        formalisation.declareEnvelope();
        var selection = formalisation.selectProjects(concertation.round());

        assertThat(texts(selection.get("selected"), "title")).hasSize(36);
        assertThat(texts(selection.get("notSelected"), "title"))
                .containsExactlyInAnyOrder("Coliseo cerrado de Coyllurqui", "Remodelación de la plaza de armas");
        selection
                .get("selected")
                .forEach(project -> assertThat(project.get("reason").isEmpty()).isFalse());
    }

    @Test
    @Order(4)
    void the_approvals_come_in_the_order_of_the_ordinance() {
        formalisation.makePortfolio();
        formalisation.signAgreements();
        cycle.closePhase("CONCERTATION");

        assertProblem(
                formalisation.tryToApprove("COUNCIL", "Acuerdo de Concejo 045-2016", "2016-05-20"),
                409,
                "approval-out-of-order");

        formalisation.formalise();
        assertThat(phases()).containsOnly("CLOSED");
    }

    @Test
    @Order(5)
    void works_open_by_themselves_and_end_with_their_final_accounts() {
        assertThat(works.awaitProjects()).hasSize(36);
        works.play(concertation.vigilanceCommittee());

        var bridge = api.get("execution", "/v1/projects/" + works.projectNamed("Puente peatonal de Huancacalla"))
                .expectSuccess()
                .json();
        assertThat(bridge.get("state").asText()).isEqualTo("CLOSED");
        var agreements = api.get("allocation", cycle.path("/agreements?limit=100"))
                .expectSuccess()
                .json();
        assertThat(texts(agreements.get("items"), "agreement"))
                .contains(bridge.get("agreement").asText());
    }

    @Test
    @Order(6)
    @Tag("COY-75")
    void anyone_reads_the_same_facts_on_the_public_page_as_data_and_in_the_feed() {
        var process = api.await(
                        () -> api.get("transparency", cycle.path("")),
                        answer -> answer.status() == 200
                                && answer.json()
                                        .at("/roll/womenPercent")
                                        .asText()
                                        .equals("35.0"))
                .json();
        assertThat(process.at("/entity/code").asText()).isEqualTo(CoyllurquiCycle.ENTITY);

        var bridge = api.await(() -> agreementOf("Puente peatonal de Huancacalla"), answer -> isClosed(answer));
        var shown = named(bridge.json().get("items"), "Puente peatonal de Huancacalla");
        assertThat(money(shown.get("agreed"))).isEqualByComparingTo("120000.00");
        assertThat(money(shown.get("spent"))).isEqualByComparingTo("119500.00");

        var page = api.get("transparency", "/procesos/" + cycle.process()).expectSuccess();
        assertThat(page.text().replace('\u00a0', ' ').replace('\u202f', ' '))
                .contains("35.0 %", "Puente peatonal de Huancacalla", "lang=\"es\"");
        var feed = api.get("transparency", "/v1/changes?ubigeo=030503&limit=200")
                .expectSuccess()
                .json();
        assertThat(feed.get("items")).isNotEmpty();
    }

    @Test
    @Order(7)
    void money_for_a_work_that_no_agreement_names_becomes_a_finding() {
        var findings = api.await(
                        () -> api.get("transparency", "/v1/findings?process=" + cycle.process()),
                        answer -> !answer.json().get("items").isEmpty())
                .json()
                .get("items");

        assertThat(texts(findings, "kind")).containsExactly("NOT_IN_MINUTES");
    }

    @Test
    @Order(8)
    @Tag("VES-10")
    void two_million_soles_are_distributed_to_the_centimo_with_their_terms() {
        var parts = new VillaElSalvador(api).play().get("parts");

        assertThat(parts).hasSize(8);
        var sum = StreamSupport.stream(parts.spliterator(), false)
                .map(part -> money(part.get("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo("2000000.00");
        parts.forEach(part -> assertThat(part.get("terms")).hasSize(3));
    }

    @Test
    @Order(9)
    void a_real_election_is_counted_as_its_city_counted_it() throws IOException {
        var file =
                Path.of(System.getProperty("minka.root"), "rules/src/test/resources/pabulib/Netherlands_Assen_2024.pb");
        var count = api.post("allocation", "/v1/pabulib-counts")
                .as(CoyllurquiCycle.BUDGET_OFFICER)
                .body("text/plain; charset=utf-8", Files.readAllBytes(file))
                .expectSuccess()
                .json();

        assertThat(count.get("agrees").asBoolean()).as(count.toString()).isTrue();
    }

    @Test
    @Order(10)
    void wrong_role_wrong_entity_stale_version_and_unknown_id_are_told_apart() {
        var organisation = Map.of("name", "Comité de Regantes", "kind", "PRODUCERS_ASSOCIATION");
        var address = cycle.path("/organisations");

        assertProblem(api.post("registry", address).json(organisation).send(), 401, "unauthenticated");
        assertProblem(
                api.post("registry", address)
                        .as(CoyllurquiCycle.EVALUATOR)
                        .json(organisation)
                        .send(),
                403,
                "forbidden-role");
        assertProblem(
                api.post("registry", address)
                        .as("registrar.ves")
                        .json(organisation)
                        .send(),
                404,
                "not-found");
        assertProblem(api.get("registry", "/v1/processes/" + UUID.randomUUID()).send(), 404, "not-found");
        assertProblem(closing("FORMALISATION").ifMatch("\"v0\"").send(), 412, "stale-version");
        assertProblem(closing("FORMALISATION").without("If-Match").send(), 428, "precondition-required");
    }

    @Test
    @Order(11)
    void a_repeated_request_has_one_effect_and_a_malformed_one_none() {
        var key = UUID.randomUUID().toString();
        var address = cycle.path("/organisations");
        var first = registering(address, key, "Comité de Regantes de Pfaco").expectSuccess();
        var again = registering(address, key, "Comité de Regantes de Pfaco").expectSuccess();

        assertThat(again.json()).isEqualTo(first.json());
        assertProblem(registering(address, key, "Otro comité").send(), 422, "idempotency-key-reused");
        assertProblem(
                api.post("registry", address)
                        .as(CoyllurquiCycle.REGISTRAR)
                        .body("application/json", "{\"name\":".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .send(),
                400,
                "malformed-body");
        assertThat(api.get("registry", "/v1/processes/" + UUID.randomUUID())
                        .header("Accept-Language", "en")
                        .send()
                        .headers()
                        .firstValue("Content-Language"))
                .contains("en");
    }

    @Test
    @Order(12)
    void a_stranger_verifies_the_vote_with_public_files_alone(@TempDir Path folder) throws Exception {
        var round = concertation.round();
        api.await(
                () -> api.get("transparency", "/v1/log/entries?subject=" + round),
                answer -> texts(answer.json().get("items"), "kind").contains("result-act-sealed"));

        var report = folder.resolve("report.txt");
        var verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        Path.of(System.getProperty("minka.root"), "verifier", "Verify.java")
                                .toString(),
                        "fetch",
                        system.address("workshop").toString(),
                        round,
                        folder.resolve("record").toString(),
                        system.address("transparency").toString())
                .redirectErrorStream(true)
                .redirectOutput(report.toFile())
                .start();

        assertThat(verifier.waitFor()).as(Files.readString(report)).isZero();
        assertThat(Files.readAllLines(report))
                .filteredOn(line -> line.matches("V(0[1-8]|1[1-3]) PASS .*"))
                .as(Files.readString(report))
                .hasSize(11);
    }

    private PublicApi.Call registering(String address, String key, String name) {
        return api.post("registry", address)
                .as(CoyllurquiCycle.REGISTRAR)
                .header("Idempotency-Key", key)
                .json(Map.of("name", name, "kind", "PRODUCERS_ASSOCIATION"));
    }

    private PublicApi.Call closing(String phase) {
        return api.post("registry", cycle.path("/phases/" + phase + "/closing"))
                .as(CoyllurquiCycle.REGISTRAR)
                .ifMatch(cycle.processEtag());
    }

    private PublicApi.Call agreementOf(String title) {
        return api.get("transparency", cycle.path("/agreements?limit=100"));
    }

    private static boolean isClosed(Answer agreements) {
        return agreements.status() == 200
                && agreements.json().get("items").size() == 36
                && named(agreements.json().get("items"), "Puente peatonal de Huancacalla")
                        .get("state")
                        .asText()
                        .equals("CLOSED");
    }

    private Set<String> phases() {
        var states = new HashSet<String>();
        api.get("registry", cycle.path(""))
                .expectSuccess()
                .json()
                .get("phases")
                .forEach(phase -> states.add(phase.get("state").asText()));
        return states;
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:minka:problem:" + code);
    }

    private static JsonNode named(JsonNode items, String title) {
        return StreamSupport.stream(items.spliterator(), false)
                .filter(item -> item.get("title").asText().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode items, String member) {
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.path(member).asText())
                .toList();
    }

    private static BigDecimal money(JsonNode amount) {
        return new BigDecimal(amount.get("amount").asText());
    }
}
