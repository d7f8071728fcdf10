package pe.minka.stories;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import pe.minka.local.demo.CoyllurquiCycle;
import pe.minka.local.demo.Preparation;
import pe.minka.local.demo.PublicApi;
import pe.minka.local.demo.PublicApi.Answer;
import pe.minka.local.part.Part;
import pe.minka.stories.RunningSystem.Running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** What was acknowledged is kept and takes effect once, whatever is killed meanwhile; and people stay unnamed. */
@ExtendWith(RunningSystem.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReliabilityStory {

    private Running system;
    private PublicApi api;
    private CoyllurquiCycle cycle;
    private final Set<String> keysSent = new HashSet<>();

    @BeforeAll
    void callAProcess(Running running) {
        system = running;
        api = running.api();
        cycle = new CoyllurquiCycle(api, running.accounts(), 2030);
        var preparation = cycle.preparation();
        preparation.loadMunicipalities();
        preparation.publishOrdinance();
        preparation.callProcess();
        preparation.nameTechnicalTeam();
        preparation.importRoll(Preparation.rollAsCsv());
        api.await(() -> spending(api, UUID.randomUUID().toString(), "Prueba"), answer -> answer.status() == 201);
    }

    @Test
    @Order(1)
    void a_service_killed_at_work_loses_nothing_it_acknowledged_and_doubles_nothing() {
        int before = recorded();
        var keys = drawKeys(30);
        for (int i = 0; i < keys.size(); i++) {
            if (i == 12) {
                CompletableFuture.runAsync(() -> system.stack().kill(Part.EXECUTION));
            }
            if (i == 20) {
                system.stack().start(Part.EXECUTION);
            }
            attempt(keys.get(i));
        }
        keys.forEach(key -> api.await(() -> spending(api, key, "Obra " + key), answer -> answer.status() == 201));

        assertThat(recorded()).isEqualTo(before + keys.size());
        awaitFindings();
    }

    @Test
    @Order(2)
    void while_the_broker_is_away_work_goes_on_and_everyone_hears_of_it_later_once() {
        int before = recorded();
        system.stack().kill(Part.KAFKA);
        var keys = drawKeys(10);
        keys.forEach(key -> spending(api, key, "Obra " + key).expectSuccess());
        system.stack().start(Part.KAFKA);

        assertThat(recorded()).isEqualTo(before + keys.size());
        awaitFindings();
    }

    @Test
    @Order(3)
    void the_same_request_to_two_replicas_at_once_has_one_effect() {
        var replica = system.stack().startReplica(Part.EXECUTION, 2);
        try {
            var second = new PublicApi(
                    service -> service.equals("execution") ? replica : system.address(service), system.accounts());
            int before = recorded();
            for (var key : drawKeys(8)) {
                var answers = IntStream.range(0, 8)
                        .mapToObj(i -> CompletableFuture.supplyAsync(
                                () -> spending(i % 2 == 0 ? api : second, key, "Obra " + key)
                                        .send()))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();
                assertThat(answers).allMatch(answer -> answer.status() == 201 || answer.status() == 409);
                assertThat(effects(answers)).hasSize(1);
            }
            assertThat(recorded()).isEqualTo(before + 8);
        } finally {
            system.stack().stopReplica(Part.EXECUTION, 2);
        }
    }

    @Test
    @Order(4)
    void a_replica_killed_while_votes_are_cast_loses_no_ballot_and_doubles_none() {
        var voters = enrolVoters(16);
        var options = List.of("Rosa", "Juan", "Elena");
        var announced = api.post("workshop", cycle.path("/rounds"))
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .json(Map.of(
                        "kind",
                        "ELECT_VIGILANCE_COMMITTEE",
                        "title",
                        "Comité de vigilancia",
                        "options",
                        options.stream().map(name -> Map.of("title", name)).toList()))
                .expectSuccess()
                .json();
        var round = "/v1/rounds/" + announced.get("round").asText();
        var choice = List.of(announced.get("options").get(1).get("option").asText());
        api.await(
                () -> api.post("workshop", round + "/opening").as(CoyllurquiCycle.POLLING_OFFICER),
                answer -> answer.status() == 200);
        var replica = system.stack().startReplica(Part.WORKSHOP, 2);
        var second = new PublicApi(
                service -> service.equals("workshop") ? replica : system.address(service), system.accounts());

        var first = voters.stream()
                .map(voter -> CompletableFuture.supplyAsync(() -> castTwice(voter.username(), round, choice, second)))
                .toList();
        system.stack().killReplica(Part.WORKSHOP, 2);
        var told = first.stream().flatMap(cast -> cast.join().stream()).collect(Collectors.toSet());
        var receipts = voters.stream()
                .map(voter -> api.await(
                                () -> ballot(api, voter.username(), round, choice), answer -> answer.status() == 201)
                        .json()
                        .get("commitment")
                        .asText())
                .toList();

        assertThat(receipts).as("one receipt a voter").hasSize(16).doesNotHaveDuplicates();
        assertThat(receipts).as("a receipt that was told stays what it was").containsAll(told);
        api.post("workshop", round + "/closing")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .expectSuccess();
        var tallied = api.post("workshop", round + "/tally")
                .as(CoyllurquiCycle.POLLING_OFFICER)
                .expectSuccess()
                .json();
        assertThat(tallied.get("turnout").asInt()).isEqualTo(16);
        assertThat(tallied.get("options").get(1).get("votes").asInt()).isEqualTo(16);
        var inTheBox = api.get("workshop", round + "/commitments?limit=200")
                .expectSuccess()
                .json()
                .get("items");
        assertThat(StreamSupport.stream(inTheBox.spliterator(), false).map(JsonNode::asText))
                .containsExactlyInAnyOrderElementsOf(receipts);
    }

    private List<CoyllurquiCycle.Agent> enrolVoters(int count) {
        var preparation = cycle.preparation();
        preparation.readCredentials();
        preparation.holdTraining();
        preparation.publishRoll();
        var voters = cycle.agents().subList(0, count);
        voters.forEach(voter -> {
            system.accounts().enrol(voter.username(), voter.id(), CoyllurquiCycle.ENTITY);
            system.accounts().tokenOf(voter.username());
        });
        return voters;
    }

    private static PublicApi.Call ballot(PublicApi through, String voter, String round, List<String> choice) {
        return through.post("workshop", round + "/ballots")
                .as(voter)
                .header("Idempotency-Key", "of-" + voter)
                .json(Map.of("choices", choice));
    }

    /** To either replica; what no answer came to is left open. @return the receipts that were told */
    private List<String> castTwice(String voter, String round, List<String> choice, PublicApi second) {
        var told = new ArrayList<String>();
        for (var through : List.of(second, api)) {
            try {
                var answer = ballot(through, voter, round, choice).send();
                assertThat(answer.status()).isIn(201, 409, 503);
                if (answer.status() == 201) {
                    told.add(answer.json().get("commitment").asText());
                }
            } catch (UncheckedIOException unknown) {
                // the same request settles it
            }
        }
        return told;
    }

    @Test
    @Order(5)
    void no_name_and_no_document_of_a_person_leaves_the_registry() throws IOException {
        var personal = Preparation.rollAsCsv()
                .lines()
                .skip(1)
                .map(row -> row.split(",", -1))
                .flatMap(row -> java.util.stream.Stream.of(row[3], row[4]))
                .collect(Collectors.toSet());

        assertThat(leaked(personal, String.join("\n", allEvents()))).isEmpty();
        try (var logs = Files.walk(system.stack().home().folder().resolve("logs"))) {
            logs.filter(Files::isRegularFile)
                    .forEach(log -> assertThat(leaked(personal, read(log))).isEmpty());
        }
        for (var path : List.of("/roll", "", "/bodies")) {
            assertThat(leaked(
                            personal,
                            api.get("registry", cycle.path(path)).send().text()))
                    .isEmpty();
        }
        assertThat(leaked(
                        personal, api.get("transparency", cycle.path("")).send().text()))
                .isEmpty();
        assertThat(leaked(
                        personal,
                        api.get("transparency", "/procesos/" + cycle.process())
                                .send()
                                .text()))
                .isEmpty();
    }

    private List<String> drawKeys(int count) {
        var keys = IntStream.range(0, count)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        keysSent.addAll(keys);
        return keys;
    }

    private PublicApi.Call spending(PublicApi through, String key, String work) {
        return through.post("execution", cycle.path("/expenditures"))
                .as(CoyllurquiCycle.EXECUTION_OFFICER)
                .header("Idempotency-Key", key)
                .json(Map.of(
                        "workName", work,
                        "phase", "ACCRUED",
                        "amount", Map.of("amount", "100.00", "currency", "PEN"),
                        "line", "07",
                        "document", "Recibo",
                        "spentOn", "2016-08-02"));
    }

    /** Acknowledged, refused or unknown: what is unknown is settled later by the same key. */
    private void attempt(String key) {
        try {
            spending(api, key, "Obra " + key).send();
        } catch (UncheckedIOException unknown) {
            assertThat(keysSent).contains(key);
        }
    }

    private static Set<String> effects(List<Answer> answers) {
        return answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(Answer::madeId)
                .collect(Collectors.toSet());
    }

    /** How many expenditures the ledger holds, each counted once. */
    private int recorded() {
        return all("execution", cycle.path("/expenditures?limit=200"), "expenditure")
                .size();
    }

    /** Each expenditure outside the agreements is one finding, no more and no less. */
    private void awaitFindings() {
        int expected = recorded();
        var findings = "/v1/findings?limit=200&process=" + cycle.process();
        api.await(
                () -> api.get("transparency", findings),
                answer -> answer.status() == 200 && answer.json().get("items").size() >= expected);
        assertThat(all("transparency", findings, "subject")).hasSize(expected).doesNotHaveDuplicates();
    }

    private List<String> all(String service, String path, String member) {
        var items = api.get(service, path).expectSuccess().json().get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get(member).asText())
                .toList();
    }

    private List<String> allEvents() {
        var settings = new Properties();
        settings.put("bootstrap.servers", system.stack().kafkaBootstrapServers());
        settings.put("group.id", "story-" + UUID.randomUUID());
        settings.put("auto.offset.reset", "earliest");
        var events = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var topics = consumer.listTopics().keySet().stream()
                    .filter(topic -> topic.startsWith("minka."))
                    .toList();
            consumer.subscribe(topics);
            for (int silent = 0; silent < 4; ) {
                var batch = consumer.poll(Duration.ofSeconds(1));
                silent = batch.isEmpty() ? silent + 1 : 0;
                batch.forEach(event -> events.add(event.value()));
            }
        }
        assertThat(events).hasSizeGreaterThan(1_891);
        return events;
    }

    private static List<String> leaked(Set<String> personal, String text) {
        return personal.stream().filter(text::contains).toList();
    }

    private static String read(java.nio.file.Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
