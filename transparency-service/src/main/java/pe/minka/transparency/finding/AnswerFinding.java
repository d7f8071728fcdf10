package pe.minka.transparency.finding;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The entity answers, the watchers close. Both are published at once. */
@ApplicationScoped
class AnswerFinding {

    private final Findings findings;
    private final Outbox outbox;
    private final List<FindingListener> listeners;
    private final Clock clock;

    AnswerFinding(Findings findings, Outbox outbox, @All List<FindingListener> listeners, Clock clock) {
        this.findings = findings;
        this.outbox = outbox;
        this.listeners = listeners;
        this.clock = clock;
    }

    @Transactional
    Finding answer(Finding finding, String office, String text, @org.jspecify.annotations.Nullable String document) {
        var now = now();
        var answer = new Finding.Answer(UUID.randomUUID(), office, text, document, now);
        findings.answer(finding.finding(), answer);
        var answered = findings.find(finding.finding()).orElseThrow();
        outbox.append(FindingAnswered.of(answered, now));
        listeners.forEach(listener -> listener.answered(answered, answer.answer()));
        return answered;
    }

    @Transactional
    Finding close(Finding finding) {
        var now = now();
        findings.close(finding.finding(), now);
        var closed = findings.find(finding.finding()).orElseThrow();
        outbox.append(FindingClosed.of(closed, now));
        listeners.forEach(listener -> listener.closed(closed));
        return closed;
    }

    private Instant now() {
        return Instant.now(clock).truncatedTo(ChronoUnit.MICROS);
    }
}
