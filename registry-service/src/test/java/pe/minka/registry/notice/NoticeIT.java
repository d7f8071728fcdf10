package pe.minka.registry.notice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import pe.minka.registry.Town;
import pe.minka.testkit.Events;
import pe.minka.testkit.Eventually;
import pe.minka.testkit.Examples;
import pe.minka.testkit.WithMinkaStack;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@WithMinkaStack
class NoticeIT {

    private static final ZoneId PERU = ZoneId.of("America/Lima");
    private static final NoticeDispatch.Pace AT_ONCE =
            new NoticeDispatch.Pace(10, 0, 3, Duration.ZERO, Duration.ofMinutes(5));

    @Inject
    NoticeQueue queue;

    @Inject
    NoticeSources sources;

    @Inject
    EntityManager database;

    @Inject
    Clock clock;

    private final Postman postman = new Postman();
    private Town town;

    @BeforeEach
    void town() {
        town = Town.of("300312");
    }

    @AfterEach
    void close() {
        postman.close();
    }

    @Test
    void a_convocation_too_near_or_by_too_few_channels_is_refused_with_the_article() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var inSixDays = session(6);

        send(process, convocation(inSixDays, List.of("RADIO", "LETTER")))
                .statusCode(422)
                .body("code", equalTo("notice-too-short"))
                .body("noticeDays", equalTo(7))
                .body(
                        "earliest",
                        equalTo(LocalDate.now(clock.withZone(PERU)).plusDays(7).toString()))
                .body("law", equalTo("Ordenanza 001-2016-MDC-PC/RA"));
        send(process, convocation(session(7), List.of("RADIO", "EMAIL", "SMS")))
                .statusCode(422)
                .body("code", equalTo("notice-too-few-channels"));
        var without = new HashMap<>(convocation(inSixDays, List.of("RADIO", "LETTER")));
        without.remove("startsAt");
        send(process, without).statusCode(422).body("code", equalTo("notice-without-session"));
        send(process, convocation(session(7), List.of("RADIO", "LETTER"))).statusCode(201);
        given().get("/v1/processes/" + process + "/notices").then().body("items", hasSize(1));
    }

    @Test
    @Tag("ANT-46")
    void each_is_written_to_in_the_own_language_and_who_has_no_e_mail_stands_on_the_list_to_print() throws Exception {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2032);
        var community = town.organisation(process, "Comunidad de los Avisos", "PEASANT_COMMUNITY");
        agent(process, community, "Rosa Quispe", "qu", "rosa-q@correo.example");
        agent(process, community, "Juan <Pérez>", "es", "Tel. 984 555 444, juan-p@correo.example");
        var onPaper = agent(process, community, "Saturnina Ccori", "quz", "Sector Pumamarca");
        var notice = sent(process, convocation(session(10), List.of("RADIO", "LETTER", "EMAIL")));
        var path = "/v1/processes/" + process + "/notices/" + notice;

        drainAll();

        var rosa = received("rosa-q@correo.example");
        assertThat(rosa.header("Content-Language")).isEqualTo("qu");
        assertThat(rosa.message().getSubject()).isEqualTo("Ñawpaq taller");
        var parts = (MimeMultipart) rosa.message().getContent();
        assertThat((String) parts.getBodyPart(0).getContent())
                .startsWith("Munasqa Rosa Quispe:")
                .contains("Ñawpaq tallerman waqyamuyki.", "Maypi: Local comunal");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/calendar");
        assertThat(received("juan-p@correo.example").message().getSubject()).isEqualTo("Primer taller");
        given().get(path)
                .then()
                .statusCode(200)
                .body("agents", equalTo(Map.of("DELIVERED", 2, "PRINT", 1)))
                .body("late", equalTo(0));
        assertThat(town.registrar().get(path + "/print-list").asString())
                .contains("Saturnina Ccori,Sector Pumamarca,quz")
                .doesNotContain("Rosa");
        assertThat(town.registrar().get(path + "/letters").asString())
                .contains("lang=\"qu\"", "Munasqa Saturnina Ccori:", "Chaskinim");
        given().get(path + "/print-list").then().statusCode(401);

        var handed = Map.of("agent", onPaper, "channel", "LETTER", "deliveredOn", today(), "evidence", "Cargo 12");
        town.counted().body(handed).post(path + "/deliveries").then().statusCode(204);
        town.counted()
                .body(handed)
                .post(path + "/deliveries")
                .then()
                .statusCode(409)
                .body("code", equalTo("delivery-settled"));
        town.registrar()
                .get(path + "/deliveries")
                .then()
                .body("items", hasSize(3))
                .body("items.deliveredOn", contains(today(), today(), today()))
                .body("items.find { it.agent == '" + onPaper + "' }.evidence", equalTo("Cargo 12"))
                .body("items.find { it.channel == 'EMAIL' }.evidence", startsWith("<"));
        assertThat(rows()).noneMatch(row -> row.contains("correo.example"));
    }

    @Test
    void what_the_server_puts_off_goes_again_under_the_same_identity_and_what_it_refuses_is_seen() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2033);
        var community = town.organisation(process, "Comunidad de los Reintentos", "PEASANT_COMMUNITY");
        agent(process, community, "Uno", "es", "later-1@correo.example");
        var wrong = agent(process, community, "Dos", "es", "never-1@correo.example");
        var notice = sent(process, notice(List.of("EMAIL")));
        var path = "/v1/processes/" + process + "/notices/" + notice;

        drainAll();

        assertThat(receivers("later-")).containsExactly("later-1@correo.example");
        given().get(path).then().body("agents", equalTo(Map.of("DELIVERED", 1, "DEAD", 1)));
        town.registrar()
                .queryParam("state", "DEAD")
                .get(path + "/deliveries")
                .then()
                .body("items.agent", contains(wrong))
                .body("items.problem", contains("smtp-550"));
        town.counted().post(path + "/deliveries/retry").then().statusCode(200).body("queued", equalTo(1));
        given().get(path).then().body("agents", equalTo(Map.of("DELIVERED", 1, "WAITING", 1)));
        drainAll();
        assertThat(rows()).noneMatch(row -> row.contains("correo.example"));
    }

    @Test
    void pauses_grow_fourfold_and_never_past_six_hours() {
        assertThat(IntStream.rangeClosed(1, 6).mapToObj(made -> NoticeDispatch.pause(made, Duration.ofMinutes(1))))
                .containsExactly(
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(4),
                        Duration.ofMinutes(16),
                        Duration.ofMinutes(64),
                        Duration.ofMinutes(256),
                        Duration.ofHours(6));
    }

    @Test
    void two_replicas_send_each_message_once() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2034);
        var community = town.organisation(process, "Comunidad de las Réplicas", "PEASANT_COMMUNITY");
        for (int i = 0; i < 40; i++) {
            agent(process, community, "Persona " + i, "es", "replica-" + i + "@correo.example");
        }
        sent(process, notice(List.of("EMAIL")));

        var replicas = List.of(CompletableFuture.runAsync(this::drainAll), CompletableFuture.runAsync(this::drainAll));
        replicas.forEach(CompletableFuture::join);

        var to = receivers("replica-");
        assertThat(to).hasSize(40);
        assertThat(new HashSet<>(to)).hasSize(40);
    }

    @Test
    void a_replica_that_dies_leaves_one_message_in_doubt_which_goes_again_under_the_same_identity() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2035);
        var community = town.organisation(process, "Comunidad del Apagón", "PEASANT_COMMUNITY");
        for (int i = 0; i < 3; i++) {
            agent(process, community, "Persona " + i, "es", "dead-" + i + "@correo.example");
        }
        drainAll();
        var notice = sent(process, notice(List.of("EMAIL")));

        // claims three, sends the first, and dies before the answer is noted
        var claimed = queue.claim(3, Duration.ofSeconds(-1));
        assertThat(claimed).hasSize(3);
        assertThat(queue.step(null, claimed.get(0))).isTrue();
        var first = sources.addressee(claimed.get(0).person()).orElseThrow();
        new SmtpCarrier(postman.address())
                .carry(
                        sources.letters()
                                .to(claimed.get(0).id(), first.names(), "es", sources.notice(UUID.fromString(notice))),
                        java.util.Objects.requireNonNull(first.email()));

        drainAll();

        assertThat(receivers("dead-")).hasSize(4);
        var twice = postman.received().stream()
                .filter(each -> each.to().equals(first.email()))
                .map(each -> each.header("Message-ID"))
                .toList();
        assertThat(twice).hasSize(2).containsOnly("<" + claimed.get(0).id() + "@muni.example>");
        given().get("/v1/processes/" + process + "/notices/" + notice)
                .then()
                .body("agents", equalTo(Map.of("DELIVERED", 3)));
    }

    @Test
    void while_the_mail_server_is_away_everything_waits_and_no_attempt_is_lost() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2036);
        var community = town.organisation(process, "Comunidad sin Correo", "PEASANT_COMMUNITY");
        var agent = agent(process, community, "Persona", "es", "away@correo.example");
        var notice = sent(process, notice(List.of("EMAIL")));
        postman.close();

        drainAll();

        given().get("/v1/processes/" + process + "/notices/" + notice)
                .then()
                .body("agents", equalTo(Map.of("WAITING", 1)));
        town.registrar()
                .get("/v1/processes/" + process + "/notices/" + notice + "/deliveries")
                .then()
                .body("items.state", contains("WAITING"));
        town.counted()
                .body(Map.of("agent", agent, "channel", "TELEPHONE", "deliveredOn", today(), "evidence", "Llamada 3"))
                .post("/v1/processes/" + process + "/notices/" + notice + "/deliveries")
                .then()
                .statusCode(204);
    }

    @Test
    @Tag("COY-28")
    void calling_and_registering_closes_only_with_proof_of_the_call_and_a_roll() {
        var process = town.process(
                town.regulation("coyllurqui-2016.v1", document -> {
                    var closing = ((ObjectNode) document.path("phases").path(0)).putArray("closing");
                    closing.addObject()
                            .put("requires", "CALL_EVIDENCED")
                            .put("minimum", 2)
                            .put("law", "DS 142-2009-EF art. 7.3");
                    closing.addObject().put("requires", "ROLL_PUBLISHED").put("law", "DS 142-2009-EF art. 7.4");
                }),
                2037);
        town.phase(process, "PREPARATION", "closing")
                .statusCode(409)
                .body("errors.code", contains("missing-call-evidenced", "missing-roll-published"));
        var call = new HashMap<>(notice(List.of("RADIO", "POSTER")));
        call.put("kind", "CALL");
        var notice = sent(process, call);
        posting(process, notice, "RADIO", "Radio Surphuy").statusCode(201);
        posting(process, notice, "RADIO", "Radio Challhuahuacho").statusCode(201);
        posting(process, notice, "LETTER", "Casa por casa")
                .statusCode(422)
                .body("code", equalTo("posting-by-a-personal-channel"));
        town.phase(process, "PREPARATION", "closing")
                .statusCode(409)
                .body("errors.code", contains("missing-call-evidenced", "missing-roll-published"))
                .body("errors[0].found", equalTo(1));
        posting(process, notice, "POSTER", "Plaza de Coyllurqui").statusCode(201);
        town.phase(process, "PREPARATION", "closing")
                .statusCode(409)
                .body("errors.code", contains("missing-roll-published"));
        var community = town.organisation(process, "Comunidad Convocada", "PEASANT_COMMUNITY");
        town.accredit(process, community, Town.document(), "FEMALE").statusCode(201);
        town.counted()
                .post("/v1/processes/" + process + "/roll/publication")
                .then()
                .statusCode(201);

        town.phase(process, "PREPARATION", "closing").statusCode(200);
    }

    @Test
    void sessions_stand_in_a_calendar_file_and_a_cancellation_replaces_them() {
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2038);
        var workshop = UUID.randomUUID();
        Events.publish(
                "workshop",
                "workshop-convened",
                ((ObjectNode) Examples.event("workshop", "workshop-convened"))
                        .put("process", process)
                        .put("workshop", workshop.toString()));
        var path = "/v1/processes/" + process + "/sessions.ics";
        Eventually.that(() -> assertThat(given().get(path).asString())
                .contains("UID:" + workshop + "@minka", "DTSTART:20160409T140000Z", "STATUS:CONFIRMED", "SEQUENCE:0"));
        Events.publish(
                "workshop",
                "workshop-convened",
                ((ObjectNode) Examples.event("workshop", "workshop-convened"))
                        .put("process", process)
                        .put("workshop", workshop.toString())
                        .put("startsAt", "2016-04-16T14:00:00Z")
                        .put("convenedAt", "2016-04-07T15:00:00Z"));
        Eventually.that(
                () -> assertThat(given().get(path).asString()).contains("DTSTART:20160416T140000Z", "SEQUENCE:1"));
        var cancelled = new HashMap<>(convocation(session(9), List.of("RADIO")));
        cancelled.put("kind", "CANCELLATION");
        cancelled.put("workshop", workshop);
        sent(process, cancelled);

        given().queryParam("workshop", workshop)
                .get(path)
                .then()
                .statusCode(200)
                .contentType(containsString("text/calendar"))
                .body(containsString("STATUS:CANCELLED"))
                .body(containsString("SEQUENCE:2"))
                .body(not(containsString("STATUS:CONFIRMED")));
        given().queryParam("workshop", UUID.randomUUID()).get(path).then().statusCode(404);
    }

    private void drainAll() {
        try (var mail = new SmtpCarrier(postman.address())) {
            var dispatch = new NoticeDispatch(queue, sources, mail, null, AT_ONCE, clock);
            for (int handled = dispatch.drain(); handled > 0; ) {
                handled = dispatch.drain();
            }
        }
    }

    private Postman.Received received(String to) {
        return postman.received().stream()
                .filter(each -> each.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private List<String> receivers(String prefix) {
        return postman.received().stream()
                .map(Postman.Received::to)
                .filter(to -> to.startsWith(prefix))
                .toList();
    }

    private List<String> rows() {
        List<?> rows = database.createNativeQuery(
                        "select t::text from notice_delivery t union all select n::text from notice n")
                .getResultList();
        return rows.stream().map(String::valueOf).toList();
    }

    private String agent(String process, String organisation, String names, String language, String contact) {
        return town.counted()
                .body(Map.of(
                        "role",
                        "PRINCIPAL",
                        "organisation",
                        organisation,
                        "documentKind",
                        "DNI",
                        "documentNumber",
                        Town.document(),
                        "names",
                        names,
                        "sex",
                        "FEMALE",
                        "language",
                        language,
                        "contact",
                        contact))
                .post("/v1/processes/" + process + "/agents")
                .then()
                .statusCode(201)
                .extract()
                .path("agent");
    }

    private ValidatableResponse send(String process, Map<String, ?> notice) {
        return town.counted()
                .body(notice)
                .post("/v1/processes/" + process + "/notices")
                .then();
    }

    private String sent(String process, Map<String, ?> notice) {
        return send(process, notice).statusCode(201).extract().path("notice");
    }

    private ValidatableResponse posting(String process, String notice, String channel, String medium) {
        return town.counted()
                .body(Map.of("channel", channel, "medium", medium, "madeOn", today(), "evidence", "Constancia 14"))
                .post("/v1/processes/" + process + "/notices/" + notice + "/postings")
                .then();
    }

    private static Map<String, Object> notice(List<String> channels) {
        return Map.of(
                "kind",
                "NOTICE",
                "titles",
                Map.of("es", "Aviso"),
                "texts",
                Map.of("es", "Texto del aviso"),
                "channels",
                channels);
    }

    private static Map<String, Object> convocation(Instant startsAt, List<String> channels) {
        return Map.of(
                "kind",
                "CONVOCATION",
                "titles",
                Map.of("es", "Primer taller", "qu", "Ñawpaq taller"),
                "texts",
                Map.of("es", "Le invitamos al primer taller.", "qu", "Ñawpaq tallerman waqyamuyki."),
                "startsAt",
                startsAt.toString(),
                "place",
                "Local comunal",
                "channels",
                channels);
    }

    private Instant session(int days) {
        return LocalDate.now(clock.withZone(PERU))
                .plusDays(days)
                .atTime(9, 0)
                .atZone(PERU)
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    private String today() {
        return LocalDate.now(clock.withZone(PERU)).toString();
    }
}
