package pe.minka.registry.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Peru;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.process.Processes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Sends a notice out: checks what the regulation asks of a convocation, and queues a delivery for each agent. */
@ApplicationScoped
class SendNotice {

    private final Processes processes;
    private final Notices notices;
    private final NoticeWorker worker;
    private final TransactionSynchronizationRegistry transactions;
    private final Caller caller;
    private final Clock clock;

    SendNotice(
            Processes processes,
            Notices notices,
            NoticeWorker worker,
            TransactionSynchronizationRegistry transactions,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.notices = notices;
        this.worker = worker;
        this.transactions = transactions;
        this.caller = caller;
        this.clock = clock;
    }

    /** What is to be told. */
    record Message(
            Notice.Kind kind,
            @Nullable UUID workshop,
            Map<String, String> titles,
            Map<String, String> texts,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String place,
            Set<Channel> channels) {}

    /** @param queued agents who are told one by one */
    record Sent(Notice notice, int queued) {}

    @Transactional
    Sent send(ProcessId id, Message message) {
        var process = processes.getForAddition(id);
        caller.mustActFor(process.entity());
        var rule = process.regulation().convocation();
        var now = clock.instant();
        LocalDate deliverBy = null;
        var starts = message.startsAt();
        var ends = message.endsAt();
        if (message.kind() == Notice.Kind.CONVOCATION && starts == null) {
            throw Problem.unprocessable("notice-without-session").toException();
        }
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            throw Problem.unprocessable("session-ends-before-it-begins").toException();
        }
        if (message.kind() == Notice.Kind.CONVOCATION && starts != null) {
            var session = Peru.dayOf(starts);
            ConvocationRules.check(Peru.dayOf(now), session, message.channels(), rule);
            deliverBy = ConvocationRules.deliverBy(session, rule);
        }
        var notice = new Notice(
                UUID.randomUUID(),
                id,
                message.kind(),
                message.workshop(),
                message.titles(),
                message.texts(),
                starts,
                ends,
                message.place(),
                message.channels(),
                deliverBy,
                rule.law(),
                now);
        int queued = notices.add(notice, caller.subject());
        wakeTheWorkerAfterCommit();
        return new Sent(notice, queued);
    }

    private void wakeTheWorkerAfterCommit() {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    worker.wake();
                }
            }
        });
    }
}
