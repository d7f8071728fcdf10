package pe.minka.registry.notice;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.server.SMTPServer;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.registry.Town;
import pe.minka.testkit.WithMinkaStack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A wave of notices measured on request: {@code -Dminka.measure.notices=130000 -Dit.test=NoticeWaveIT}. The mail server is
 * a sink in the same machine, and requests are timed before the wave and while it drains.
 */
@QuarkusTest
@WithMinkaStack
@EnabledIfSystemProperty(named = "minka.measure.notices", matches = "\\d+")
class NoticeWaveIT {

    private static final Logger LOG = Logger.getLogger(NoticeWaveIT.class);
    private static final int RATE = Integer.getInteger("minka.measure.rate", 0);

    @Inject
    NoticeQueue queue;

    @Inject
    NoticeSources sources;

    @Inject
    PersonalCipher cipher;

    @Inject
    AgroalDataSource database;

    @Inject
    Clock clock;

    @Test
    void a_wave_drains_while_the_service_answers() throws Exception {
        int agents = Integer.getInteger("minka.measure.notices");
        var town = Town.of("300316");
        var process = town.process(town.regulation("coyllurqui-2016.v1"), 2031);
        var community = town.organisation(process, "Comunidad de la Ola", "PEASANT_COMMUNITY");
        seed(town.entity(), process, community, agents);
        var taken = new AtomicInteger();
        var sink = sink(taken);
        try {
            var before = times(process, 200, null);
            long begun = System.nanoTime();
            town.counted()
                    .body(Map.of(
                            "kind",
                            "NOTICE",
                            "titles",
                            Map.of("es", "Aviso"),
                            "texts",
                            Map.of("es", "Texto del aviso"),
                            "channels",
                            List.of("EMAIL")))
                    .post("/v1/processes/" + process + "/notices")
                    .then()
                    .statusCode(201);
            LOG.infof("queued %d in %d ms", agents, millis(begun));
            begun = System.nanoTime();
            var drain = new Thread(() -> drain(sink.getPortAllocated()), "drain");
            drain.setPriority(Thread.MIN_PRIORITY);
            drain.start();
            var during = times(process, Integer.MAX_VALUE, drain);
            drain.join();
            long took = millis(begun);
            LOG.infof("drained %d in %d ms: %d a second", taken.get(), took, taken.get() * 1000L / Math.max(1, took));
            LOG.infof("requests before: %s", summary(before));
            LOG.infof("requests while it drains: %s", summary(during));
            assertThat(taken).hasValue(agents);
        } finally {
            sink.stop();
        }
    }

    private void drain(int port) {
        var server = new MailServer("127.0.0.1", port, null, null, false, "avisos@muni.example");
        try (var mail = new SmtpCarrier(server)) {
            var dispatch = new NoticeDispatch(
                    queue,
                    sources,
                    mail,
                    null,
                    new NoticeDispatch.Pace(100, RATE, 3, Duration.ZERO, Duration.ofMinutes(5)),
                    clock);
            for (int handled = dispatch.drain(); handled > 0; ) {
                handled = dispatch.drain();
            }
        }
    }

    /** In microseconds: one request each twenty milliseconds, as long as the thread lives. */
    private static List<Long> times(String process, int most, Thread alive) throws InterruptedException {
        var times = new ArrayList<Long>();
        while (times.size() < most && (alive == null || alive.isAlive())) {
            long begun = System.nanoTime();
            given().get("/v1/processes/" + process).then().statusCode(200);
            times.add(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begun));
            TimeUnit.MILLISECONDS.sleep(20);
        }
        times.sort(null);
        return times;
    }

    private static String summary(List<Long> times) {
        return "%d, p50 %d us, p95 %d us, p99 %d us"
                .formatted(times.size(), at(times, 50), at(times, 95), at(times, 99));
    }

    private static long at(List<Long> times, int percent) {
        return times.isEmpty() ? 0 : times.get((times.size() - 1) * percent / 100);
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private void seed(String entity, String process, String organisation, int agents) throws SQLException {
        try (var connection = database.getConnection();
                var person = connection.prepareStatement(
                        "insert into person (id, entity, document_index, document_kind, wrapped_key, document, names, contact, changed_at)"
                                + " values (?, ?, ?, 'DNI', ?, ?, ?, ?, now())");
                var agent = connection.prepareStatement(
                        "insert into agent (id, process, entity, person, organisation, role, sex, age_band, language, voice, vote, sole_vote, credential, protected_identity, state, accredited_at, accredited_by)"
                                + " values (?, ?, ?, ?, ?, 'PRINCIPAL', 'FEMALE', 'unknown', 'qu', true, true, false, ?, false, 'ACCREDITED', now(), 'wave')")) {
            for (int i = 0; i < agents; i++) {
                var id = UUID.randomUUID();
                var owner = "person/" + id;
                var key = cipher.newWrappedKey(owner);
                person.setObject(1, id);
                person.setString(2, entity);
                person.setString(3, "%064d".formatted(i));
                person.setBytes(4, key);
                person.setBytes(5, cipher.encrypt(key, owner, owner + "/document", "00000000"));
                person.setBytes(6, cipher.encrypt(key, owner, owner + "/names", "Persona de la Ola"));
                person.setBytes(7, cipher.encrypt(key, owner, owner + "/contact", "ola-" + i + "@correo.example"));
                person.addBatch();
                agent.setObject(1, UUID.randomUUID());
                agent.setObject(2, UUID.fromString(process));
                agent.setString(3, entity);
                agent.setObject(4, id);
                agent.setObject(5, UUID.fromString(organisation));
                agent.setString(6, "%012d".formatted(i));
                agent.addBatch();
                if (i % 1000 == 999 || i == agents - 1) {
                    person.executeBatch();
                    agent.executeBatch();
                }
            }
        }
    }

    private static SMTPServer sink(AtomicInteger taken) {
        var server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(context -> new MessageHandler() {
                    @Override
                    public void from(String from) {}

                    @Override
                    public void recipient(String recipient) {}

                    @Override
                    public String data(InputStream data) throws IOException {
                        data.transferTo(OutputStream.nullOutputStream());
                        taken.incrementAndGet();
                        return null;
                    }

                    @Override
                    public void done() {}
                })
                .build();
        server.start();
        return server;
    }
}
