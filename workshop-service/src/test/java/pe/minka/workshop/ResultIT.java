package pe.minka.workshop;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Hashes;
import pe.minka.rules.TieBreaking;
import pe.minka.rules.pabulib.Pabulib;
import pe.minka.testkit.Events;
import pe.minka.testkit.WithMinkaStack;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static pe.minka.workshop.RunningProcess.act;
import static pe.minka.workshop.RunningProcess.as;
import static pe.minka.workshop.RunningProcess.assertProblem;
import static pe.minka.workshop.RunningProcess.cast;
import static pe.minka.workshop.RunningProcess.castRaw;
import static pe.minka.workshop.RunningProcess.freshKey;
import static pe.minka.workshop.RunningProcess.toss;
import static pe.minka.workshop.RunningProcess.tossWhereADrawWaits;

/** What came of a round: settled as declared, sealed, and checked by a program that knows nothing of the services. */
@QuarkusTest
@WithMinkaStack
class ResultIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ATTESTED = "{\"attestedBy\":[{\"office\":\"Juez de Paz de Coyllurqui\"}]}";

    private RunningProcess process;
    private List<String> proposals;
    private final ArrayNode receipts = JSON.createArrayNode();

    @BeforeEach
    void callTheProcess() throws Exception {
        process = RunningProcess.withAgents(4);
        proposals = process.viableProposals(3);
    }

    /** Each voter names one: the first proposal twice, the second twice, the third never. */
    private UUID tied() {
        var round = process.openRound(proposals);
        for (int i = 0; i < 4; i++) {
            receipts.add(receipt(cast(round, process.agents.get(i), freshKey(), List.of(proposals.get(i % 2)))));
        }
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        return round;
    }

    private static JsonNode receipt(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.statusCode(201).extract().asString());
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static ValidatableResponse secondRound(UUID round, List<String> options) {
        return as("polling-officer")
                .body(Map.of("options", options))
                .post("/v1/rounds/{round}/second-rounds", round)
                .then();
    }

    private static ValidatableResponse seal(UUID round, String body) {
        return as("polling-officer")
                .body(body)
                .post("/v1/rounds/{round}/result-act", round)
                .then();
    }

    private UUID drawnSecondRound(UUID first) {
        var second = UUID.fromString(secondRound(first, proposals.subList(0, 2))
                .statusCode(201)
                .extract()
                .path("round"));
        act(second, "opening").statusCode(200).body("options", hasSize(2)).body("ballot.kind", equalTo("CHOOSE_ONE"));
        cast(second, process.agents.get(0), freshKey(), proposals.subList(0, 1)).statusCode(201);
        cast(second, process.agents.get(1), freshKey(), proposals.subList(1, 2)).statusCode(201);
        assertProblem(seal(first, ATTESTED), 409, "second-round-not-held");
        act(second, "closing").statusCode(200);
        act(second, "tally").statusCode(200);
        return second;
    }

    private static String field(UUID round, String path) {
        return RestAssured.get("/v1/rounds/{round}/result", round)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    @Test
    void a_tie_goes_to_a_second_round_and_then_to_a_draw_that_is_drawn_again_by_hand() throws Exception {
        var first = tied();

        RestAssured.get("/v1/rounds/{round}/result", first)
                .then()
                .body("settled", equalTo(false))
                .body("awaiting[0]", hasSize(2))
                .body("places[2].option", equalTo(proposals.get(2)))
                .body("places[2].settledBy", equalTo("SCORE"));
        assertProblem(seal(first, ATTESTED), 409, "second-round-not-held");
        assertProblem(secondRound(first, proposals.subList(0, 1)), 422, "not-a-tie-for-a-second-round");
        assertProblem(secondRound(first, proposals), 422, "not-a-tie-for-a-second-round");
        var second = drawnSecondRound(first);
        assertProblem(secondRound(first, proposals.subList(0, 2)), 409, "second-round-already-called");
        tossed(first, second);

        var seed = Hashes.sha256Hex("minka-draw-v2\n" + second + "\n" + field(second, "draw.secret") + "\n"
                + field(second, "draw.ballotsDigest") + "\nSCSCCSCSSSCCSCSC\n");
        assertThat(field(second, "draw.seed")).isEqualTo(seed);
        var drawn = Stream.of(proposals.get(0), proposals.get(1))
                .sorted(Comparator.comparing(option -> Hashes.sha256Hex(seed + "|" + option)))
                .toList();
        RestAssured.get("/v1/rounds/{round}/result", first)
                .then()
                .body("settled", equalTo(true))
                .body("places.option", contains(drawn.get(0), drawn.get(1), proposals.get(2)))
                .body("places.settledBy", contains("DRAW", "DRAW", "SCORE"));
        JsonNode declared = JSON.readTree(RestAssured.get("/v1/rounds/{round}/declaration", second)
                .then()
                .extract()
                .<String>path("document"));
        assertThat(declared.path("drawSecretSha256").asText())
                .isEqualTo(Hashes.sha256Hex(field(second, "draw.secret")));
        assertThat(declared.path("tieBreak")).isEqualTo(JSON.readTree("[\"VOTES\",\"DRAW\"]"));
        assertThat(declared.path("secondRoundOf").asText()).isEqualTo(first.toString());
    }

    /** The second round was a tie too: its draw waits until two people tell the same. */
    private static void tossed(UUID first, UUID second) {
        RestAssured.get("/v1/rounds/{round}/result", first)
                .then()
                .body("settled", equalTo(false))
                .body("undrawn.round", contains(second.toString()))
                .body("undrawn[0].options", hasSize(2))
                .body("places.place", contains(1, 1, 3));
        assertProblem(seal(first, ATTESTED), 409, "draw-not-tossed");
        assertProblem(toss(first.toString(), "ana", "SCSCCSCSSSCCSCSC"), 409, "no-draw-waits");
        toss(second.toString(), "ana", "SCSCCSCSSSCCSCS").statusCode(400);
        toss(second.toString(), "ana", "SCSCCSCSSSCCSCSC").statusCode(200).body("state", equalTo("WAITING"));
        RestAssured.get("/v1/rounds/{round}/tosses", second)
                .then()
                .statusCode(200)
                .body("items[0].tosses", nullValue());
        assertProblem(toss(second.toString(), "ana", "SCSCCSCSSSCCSCSC"), 409, "tossed-by-the-same-person");
        toss(second.toString(), "luis", "CCCCCCCCCCCCCCCC").statusCode(200).body("state", equalTo("DISCARDED"));
        RestAssured.get("/v1/rounds/{round}/result", second)
                .then()
                .body("draw.secret", nullValue())
                .body("draw.seed", nullValue());
        toss(second.toString(), "luis", "SCSCCSCSSSCCSCSC").statusCode(200).body("state", equalTo("WAITING"));
        toss(second.toString(), "ana", "SCSCCSCSSSCCSCSC").statusCode(200).body("state", equalTo("ATTESTED"));
        assertProblem(toss(second.toString(), "rosa", "CCCCCCCCCCCCCCCC"), 409, "no-draw-waits");
        RestAssured.get("/v1/rounds/{round}/tosses", second)
                .then()
                .body("items.state", contains("DISCARDED", "ATTESTED"))
                .body("items[1].tosses", equalTo("SCSCCSCSSSCCSCSC"));
        assertThatThrownBy(() -> Database.execute("update draw_toss set tosses = '1111111111111111'"))
                .hasStackTraceContaining("never changed");
    }

    @Test
    void who_knows_what_fell_for_the_first_round_can_no_longer_call_a_second() throws Exception {
        var round = tied();
        toss(round.toString(), "ana", "1234561234561234").statusCode(200);

        assertProblem(secondRound(round, proposals.subList(0, 2)), 409, "draw-already-tossed");
        toss(round.toString(), "luis", "1234561234561234").statusCode(200).body("state", equalTo("ATTESTED"));
        assertProblem(secondRound(round, proposals.subList(0, 2)), 409, "draw-already-tossed");
        assertProblem(seal(round, ATTESTED), 409, "second-round-not-held");
        PublicRecord.verified(round);
    }

    @Test
    void nobody_learns_the_secret_of_a_draw_before_the_count() throws Exception {
        var round = process.openRound(proposals);

        assertProblem(RestAssured.get("/v1/rounds/{round}/result", round).then(), 409, "round-not-tallied");
        assertProblem(RestAssured.get("/v1/rounds/{round}/public-record", round).then(), 409, "round-not-closed");
        var declaration = RestAssured.get("/v1/rounds/{round}/declaration", round)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);
        assertThat(field(round, "draw.secret"))
                .as("who throws cannot reckon with it")
                .isNull();
        tossWhereADrawWaits(round);
        var secret = field(round, "draw.secret");

        assertThat(declaration).doesNotContain(secret).contains(Hashes.sha256Hex(secret));
        assertThat(Database.rows("select document from round_declaration").toString())
                .doesNotContain(secret);
        var told = Events.await(
                "workshop",
                "round-declared",
                event -> event.path("round").asText().equals(round.toString()));
        assertThat(told.body().path("drawSecretSha256").asText()).isEqualTo(Hashes.sha256Hex(secret));
        assertThat(told.body().toString()).doesNotContain(secret);
    }

    @Test
    void the_act_says_all_is_sealed_once_and_printed() throws Exception {
        var round = tied();
        assertProblem(RestAssured.get("/v1/rounds/{round}/result-act", round).then(), 404, "not-found");
        seal(round, "{\"attestedBy\":[]}").statusCode(400);
        var body = "{\"attestedBy\":[{\"office\":\"Juez de Paz de Coyllurqui\"}],"
                + "\"withoutSecondRound\":\"La asamblea renunció.\"}";
        assertProblem(seal(round, body), 409, "draw-not-tossed");
        tossWhereADrawWaits(round);

        var sealed = seal(round, body).statusCode(201);
        String document = sealed.extract().path("document");
        var act = JSON.readTree(document);

        assertThat((String) sealed.extract().path("sha256")).isEqualTo(Hashes.sha256Hex(document));
        assertThat(act.path("roll").asInt()).isEqualTo(4);
        assertThat(act.at("/turnoutByChannel/OWN_DEVICE").asInt()).isEqualTo(4);
        assertThat(act.path("method").asText()).isEqualTo("MOST_VOTES");
        assertThat(act.path("withoutSecondRound").asText()).isEqualTo("La asamblea renunció.");
        assertThat(act.at("/attestedBy/0/office").asText()).contains("Juez de Paz");
        assertProblem(seal(round, body), 409, "result-act-already-sealed");
        assertProblem(secondRound(round, proposals.subList(0, 2)), 409, "result-act-already-sealed");
        var pdf = RestAssured.get("/v1/rounds/{round}/result-act/pdf", round)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        try (var printed = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(printed))
                    .contains(
                            "Acta de resultados",
                            "Votaron: 4",
                            "sorteo",
                            "CSSCCSCSSSCCSCSC",
                            Hashes.sha256Hex(document));
        }
        Events.await(
                "workshop",
                "result-act-sealed",
                event -> event.path("sha256").asText().equals(Hashes.sha256Hex(document)));
        RestAssured.get("/v1/rounds/{round}/recount", round).then().body("same", equalTo(true));
    }

    @Test
    void a_stranger_verifies_the_record_and_its_second_round_with_one_command() throws Exception {
        var round = tied();
        var second = drawnSecondRound(round);
        tossWhereADrawWaits(round);
        var document = seal(round, ATTESTED).statusCode(201).extract().<String>path("document");
        var folder = Files.createDirectories(Path.of("target", "public-record", round.toString()));

        var output = VerifierProgram.run(
                "fetch", RestAssured.baseURI + ":" + RestAssured.port, round.toString(), folder.toString());

        assertThat(output).startsWith("0\n").contains("V01 PASS", "V08 PASS", "V09 SKIP", "VERIFIED");
        assertThat(folder.resolve("second").resolve(second.toString()).resolve("result-act.json"))
                .as("who attests the first attests what decided it")
                .hasContent(RestAssured.get("/v1/rounds/{round}/result-act", second)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("document"));
        var pdf = RestAssured.get("/v1/rounds/{round}/result-act/pdf", round)
                .then()
                .extract()
                .asByteArray();
        try (var printed = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(printed))
                    .contains("Segunda vuelta", "sorteo de la segunda vuelta", second.toString())
                    .contains(field(second, "draw.seed"), field(second, "draw.ballotsDigest"));
        }
        assertThat(JSON.readTree(document).at("/secondRounds/0/actSha256").asText())
                .isEqualTo(RestAssured.get("/v1/rounds/{round}/result-act", second)
                        .then()
                        .extract()
                        .path("sha256"));
        Files.writeString(folder.resolve("result-act.json"), document.replace("\"blank\":0", "\"blank\":1"));
        assertThat(VerifierProgram.run(folder.toString())).startsWith("1\n").contains("V06 FAIL", "REFUSED");
    }

    @Test
    void each_way_of_changing_a_record_is_refused_by_the_check_that_is_about_it_and_by_no_other() throws Exception {
        var round = tied();
        var record = PublicRecord.verified(round).withReceipts(receipts);
        assertThat(record.outcome()).containsEntry("V09", "PASS");

        record.with("declaration.json", text -> text.replace("Priorización", "Otra"))
                .isRefusedBy("V01");
        record.withRoll(text -> text.replaceFirst(";", ";0")).isRefusedBy("V01");
        record.withAct(act -> act.put("roll", 5)).isRefusedBy("V01");
        record.with("ballots.pb", text -> text.replace("country;Peru", "country;Chile"))
                .isRefusedBy("V02");
        record.withAct(act -> act.put("withoutBallot", 1)).isRefusedBy("V03");
        record.withAct(act -> ((ObjectNode) act.get("turnoutByChannel"))
                        .put("PAPER", 0)
                        .put("OWN_DEVICE", 3))
                .isRefusedBy("V03");
        record.withBallots(text -> text.replace("\n2;", "\n1;")).isRefusedBy("V04");
        record.withDeclaration(declared -> ((ObjectNode) declared.get("ballot")).put("minimumChoices", 2))
                .isRefusedBy("V05");
        record.withAct(act -> ((ObjectNode) act.at("/counts/2")).put("votes", 1))
                .isRefusedBy("V06");
        record.withDeclaration(declared -> declared.put("drawSecretSha256", "0".repeat(64)))
                .isRefusedBy("V07");
        record.withAct(act -> ((ObjectNode) act.get("draw")).put("tosses", "CSSC"))
                .isRefusedBy("V07", "V08");
        record.withAct(ResultIT::swapped).isRefusedBy("V08");
        record.withAct(act -> ((ObjectNode) act.get("draw")).put("tosses", "1234561234561234"))
                .isRefusedBy("V08");
        record.withAct(act -> ((ObjectNode) act.get("draw")).remove("tosses")).isRefusedBy("V08");
        record.withAct(act -> act.remove("withoutSecondRound")).isRefusedBy("V08");
        record.withTree("receipts.json", ResultIT::resigned).isRefusedBy("V09");
        record.withTree("openings.json", all -> ((ObjectNode) all.get(1)).put("nonce", "0".repeat(64)))
                .isRefusedBy("V10");
        record.with("commitments.txt", text -> text.substring(65)).isRefusedBy("V03", "V08", "V09", "V10");
    }

    @Test
    void a_second_round_that_is_not_the_one_that_was_held_decides_nothing() throws Exception {
        var round = tied();
        var second = drawnSecondRound(round);
        var record = PublicRecord.verified(round);
        var theirs = "second/" + second + "/";

        record.withAct(act -> ((ObjectNode) act.at("/secondRounds/0/draw")).put("secret", "0".repeat(64)))
                .isRefusedBy("V08");
        record.withAct(act -> ((ObjectNode) act.at("/secondRounds/0/counts/0")).put("score", "2"))
                .isRefusedBy("V08");
        record.withTree(theirs + "result-act.json", act -> ((ObjectNode) act).put("sealedAt", "2016-04-23T23:10:00Z"))
                .isRefusedBy("V01");
        record.withTree(theirs + "result-act.json", act -> ((ObjectNode) act.at("/counts/0")).put("votes", 0))
                .isRefusedBy("V01", "V06", "V08");
        record.with(theirs + "ballots.pb", text -> text.replace("country;Peru", "country;Chile"))
                .isRefusedBy("V02");
        record.withAct(act -> ((ObjectNode) act.at("/secondRounds/0")).put("round", round.toString()))
                .isRefusedBy("V01", "V08");
    }

    private static void swapped(ObjectNode act) {
        var first = (ObjectNode) act.at("/order/0");
        var last = (ObjectNode) act.at("/order/2");
        var option = first.get("option");
        first.set("option", last.get("option"));
        last.set("option", option);
    }

    /** Another first digit. */
    private static void resigned(JsonNode receipts) {
        var receipt = (ObjectNode) receipts.get(0);
        var signature = receipt.get("signature").asText();
        receipt.put("signature", (signature.charAt(0) == '0' ? '1' : '0') + signature.substring(1));
    }

    @Test
    void the_rules_library_counts_the_published_file_as_the_service_did_and_draws_the_same() throws Exception {
        var drawn = RunningProcess.withRegulation(5, """
                {"selection":{"rule":"greedy","tieBreak":["VOTES","DRAW"],"law":"art. 17"},"workshops":{"law":""},
                 "ballots":[
                  {"round":"PRIORITISE_PROJECTS","kind":"APPROVAL","blankAllowed":true,"law":"a"},
                  {"round":"PRIORITISE_PROBLEMS","kind":"RANKING","blankAllowed":true,"law":"a"},
                  {"round":"PRIORITISE_THEMES","kind":"POINTS","pointsPerBallot":10,"blankAllowed":true,"law":"a"},
                  {"round":"ADOPT_OBJECTIVE","kind":"SCORES","maximumScore":5,"blankAllowed":true,"law":"a"},
                  {"round":"DECIDE_MOTION","kind":"CHOOSE_ONE","blankAllowed":true,"law":"a"}]}""");
        for (String kind : List.of("PRIORITISE_PROBLEMS", "PRIORITISE_THEMES", "ADOPT_OBJECTIVE", "DECIDE_MOTION")) {
            var options = List.of(freshKey(), freshKey(), freshKey(), freshKey());
            var round = announceFree(drawn, kind, options);
            act(round, "opening").statusCode(200);
            for (int i = 0; i < 5; i++) {
                castRaw(round, drawn.agents.get(i), freshKey(), ballot(kind, options, i))
                        .statusCode(201);
            }
            assertSameCount(round);
            PublicRecord.verified(round);
        }
        var projects = drawn.viableProposals(4);
        var round = drawn.announce("PRIORITISE_PROJECTS", projects);
        act(round, "opening").statusCode(200);
        for (int i = 0; i < 4; i++) {
            cast(round, drawn.agents.get(i), freshKey(), List.of(projects.get(i)))
                    .statusCode(201);
        }
        assertSameCount(round);
        PublicRecord.verified(round);
    }

    @Test
    void what_a_ballot_may_cost_and_how_many_it_may_name_for_each_objective_is_checked_by_strangers() throws Exception {
        var process = RunningProcess.withRegulation(3, """
                {"selection":{"rule":"greedy","tieBreak":["COST","DRAW"],"law":"art. 17"},"workshops":{"law":""},
                 "ballots":[
                  {"round":"PRIORITISE_PROJECTS","kind":"KNAPSACK","maximumChoices":1,"choicesPer":"OBJECTIVE",
                   "blankAllowed":true,"law":"a"}]}""");
        var water = process.viableProposals(2);
        var roads = process.viableProposals(2);
        var round = UUID.fromString(as("polling-officer")
                .body(Map.of(
                        "kind",
                        "PRIORITISE_PROJECTS",
                        "title",
                        "R",
                        "proposals",
                        Stream.concat(water.stream(), roads.stream()).toList(),
                        "budget",
                        Map.of("amount", "3000.00", "currency", "PEN")))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round"));
        act(round, "opening").statusCode(200);
        cast(round, process.agents.get(0), freshKey(), List.of(water.get(0), roads.get(1)))
                .statusCode(201);
        cast(round, process.agents.get(1), freshKey(), List.of(water.get(1), roads.get(0)))
                .statusCode(201);
        act(round, "closing").statusCode(200);
        act(round, "tally").statusCode(200);

        var record = PublicRecord.verified(round);
        record.withDeclaration(declared -> declared.put("budget", "2999.99")).isRefusedBy("V05");
        record.withDeclaration(declared -> ((ObjectNode) declared.get("ballot")).put("choicesPer", "BALLOT"))
                .isRefusedBy("V05");
        record.withDeclaration(declared -> ((ObjectNode) declared.at("/options/0")).put("cost", "1000.01"))
                .isRefusedBy("V05", "V08");
    }

    private static UUID announceFree(RunningProcess process, String kind, List<String> options) {
        return UUID.fromString(as("polling-officer")
                .body(Map.of(
                        "kind",
                        kind,
                        "title",
                        "R",
                        "options",
                        options.stream()
                                .map(option -> Map.of("option", option, "title", "Opción"))
                                .toList()))
                .post("/v1/processes/{process}/rounds", process.id)
                .then()
                .statusCode(201)
                .extract()
                .path("round"));
    }

    private static String ballot(String kind, List<String> options, int voter) {
        if (voter == 4) {
            return "{}";
        }
        var first = options.get(voter % 3);
        var other = options.get(3);
        return switch (kind) {
            case "PRIORITISE_PROBLEMS" -> "{\"choices\":[\"%s\",\"%s\"]}".formatted(first, other);
            case "DECIDE_MOTION" -> "{\"choices\":[\"%s\"]}".formatted(first);
            default -> "{\"points\":{\"%s\":%d,\"%s\":1}}".formatted(first, voter + 1, other);
        };
    }

    /** The file that anyone downloads, read and ranked by the rules library alone. */
    private static void assertSameCount(UUID round) throws Exception {
        act(round, "closing").statusCode(200);
        var tallied = act(round, "tally").statusCode(200).extract();
        tossWhereADrawWaits(round);
        var file = RestAssured.get("/v1/rounds/{round}/ballot-file", round)
                .asString()
                .getBytes(StandardCharsets.UTF_8);
        var report = Pabulib.check(new ByteArrayInputStream(file), "file");
        assertThat(report.readable()).as("%s", report.defects()).isTrue();
        var election = Pabulib.read(new ByteArrayInputStream(file), "file").election();
        var votes = election.ballots().votes(election.projects().size());
        List<Integer> counted = tallied.path("options.votes");
        List<String> scores = tallied.path("options.score");

        assertThat(votes)
                .containsExactly(counted.stream().mapToLong(each -> each).toArray());
        assertThat(election.ballots().voters())
                .isEqualTo(tallied.<Integer>path("turnout").longValue());
        if (election.ballots().hasPoints()) {
            assertThat(scores)
                    .isEqualTo(Stream.of(points(election.ballots(), votes.length))
                            .map(String::valueOf)
                            .toList());
        }
        String kind = tallied.path("ballot.kind");
        if (List.of("APPROVAL", "CHOOSE_ONE").contains(kind)) {
            var ranks =
                    TieBreaking.parse("votes,draw:" + field(round, "draw.seed")).ranks(election);
            var ranked = IntStream.range(0, ranks.length)
                    .boxed()
                    .sorted(Comparator.comparing(position -> ranks[position]))
                    .map(position -> election.projects().get(position).id())
                    .toList();
            List<String> settled =
                    RestAssured.get("/v1/rounds/{round}/result", round).path("places.option");
            assertThat(settled).isEqualTo(ranked);
        }
    }

    private static Long[] points(pe.minka.rules.Ballots ballots, int projects) {
        var sums = new Long[projects];
        java.util.Arrays.fill(sums, 0L);
        for (int group = 0; group < ballots.groups(); group++) {
            int end = group + 1 < ballots.groups() ? ballots.start(group + 1) : ballots.entries();
            for (int entry = ballots.start(group); entry < end; entry++) {
                sums[ballots.project(entry)] += ballots.points(entry) * ballots.weight(group);
            }
        }
        return sums;
    }
}
