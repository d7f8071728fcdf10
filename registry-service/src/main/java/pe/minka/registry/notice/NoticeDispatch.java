package pe.minka.registry.notice;

import org.jspecify.annotations.Nullable;
import pe.minka.registry.agent.Addressees;
import pe.minka.registry.notice.NoticeQueue.Outcome;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Drains the queue of notices, one message after the other at a given rate. For one thread of one replica. */
final class NoticeDispatch {

    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final Duration SERVER_AWAY = Duration.ofSeconds(30);

    private final NoticeQueue queue;
    private final NoticeContents contents;
    private final SmtpCarrier mail;
    private final @Nullable TextMessages messages;
    private final Pace pace;
    private final Clock clock;

    NoticeDispatch(
            NoticeQueue queue,
            NoticeContents contents,
            SmtpCarrier mail,
            @Nullable TextMessages messages,
            Pace pace,
            Clock clock) {
        this.queue = queue;
        this.contents = contents;
        this.mail = mail;
        this.messages = messages;
        this.pace = pace;
        this.clock = clock;
    }

    /**
     * How fast, and how often.
     *
     * @param rate messages a second; 0: as fast as they are taken
     * @param attempts before a message is dead
     * @param firstRetry the pause after the first; each later one is four times as long
     */
    record Pace(int batch, int rate, int attempts, Duration firstRetry, Duration lease) {}

    /** One batch; {@code 0} where nothing is due or nobody answers. */
    int drain() {
        queue.recover();
        var claimed = queue.claim(pace.batch(), pace.lease());
        Outcome last = null;
        for (int i = 0; i < claimed.size(); i++) {
            var next = claimed.get(i);
            if (queue.step(last, next)) {
                long begun = System.nanoTime();
                var outcome = deliverOrPutOff(next);
                if (outcome.isEmpty()) {
                    queue.release(claimed.subList(i, claimed.size()), SERVER_AWAY);
                    return i;
                }
                last = outcome.get();
                keepPace(begun);
            } else {
                last = null;
            }
        }
        queue.step(last, null);
        return claimed.size();
    }

    /** One that cannot be written, such as by a lost key, does not hold up the others. */
    private Optional<Outcome> deliverOrPutOff(Delivery delivery) {
        try {
            return deliver(delivery);
        } catch (RuntimeException unwritable) {
            return Optional.of(later(delivery, "unwritable"));
        }
    }

    /** Empty where the server is away. */
    private Optional<Outcome> deliver(Delivery delivery) {
        var notice = contents.notice(delivery.notice());
        var addressee = contents.addressee(delivery.person());
        if (addressee.isEmpty()) {
            return Optional.of(new Outcome.Dead(delivery.id(), "person-erased"));
        }
        var person = addressee.get();
        var provider = messages;
        if (person.email() != null && notice.channels().contains(Channel.EMAIL) && mail.configured()) {
            return byMail(delivery, notice, person, person.email());
        }
        if (person.mobile() != null && notice.channels().contains(Channel.SMS) && provider != null) {
            return Optional.of(byMessage(delivery, notice, person.mobile(), provider));
        }
        return Optional.of(new Outcome.ToPrint(delivery.id()));
    }

    private Optional<Outcome> byMail(Delivery delivery, Notice notice, Addressees.Addressee person, String address) {
        var carried =
                mail.carry(contents.letters().to(delivery.id(), person.names(), delivery.language(), notice), address);
        if (carried instanceof Carried.Unreachable) {
            return Optional.empty();
        }
        if (carried instanceof Carried.Accepted accepted) {
            return Optional.of(new Outcome.Delivered(delivery.id(), Channel.EMAIL, accepted.evidence()));
        }
        return Optional.of(
                carried instanceof Carried.Refused refused
                        ? new Outcome.Dead(delivery.id(), refused.code())
                        : later(delivery, ((Carried.Deferred) carried).code()));
    }

    private Outcome byMessage(Delivery delivery, Notice notice, String mobile, TextMessages provider) {
        var reference = delivery.id().toString();
        return switch (provider.send(mobile, contents.letters().brief(delivery.language(), notice), reference)) {
            case TAKEN -> new Outcome.Delivered(delivery.id(), Channel.SMS, reference);
            case LATER -> later(delivery, "sms-later");
            case NEVER -> new Outcome.Dead(delivery.id(), "sms-refused");
        };
    }

    private Outcome later(Delivery delivery, String problem) {
        int made = delivery.attempts() + 1;
        if (made >= pace.attempts()) {
            return new Outcome.Dead(delivery.id(), problem);
        }
        return new Outcome.Later(delivery.id(), clock.instant().plus(pause(made, pace.firstRetry())), problem);
    }

    /** Four times as long after each attempt, six hours at most. */
    static Duration pause(int attemptsMade, Duration first) {
        var pause = first;
        for (int i = 1; i < attemptsMade && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(4);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void keepPace(long begun) {
        if (pace.rate() <= 0) {
            return;
        }
        long left = TimeUnit.SECONDS.toNanos(1) / pace.rate() - (System.nanoTime() - begun);
        if (left > 0) {
            try {
                TimeUnit.NANOSECONDS.sleep(left);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What a message is made of. */
    interface NoticeContents {

        Notice notice(UUID id);

        Optional<Addressees.Addressee> addressee(UUID person);

        NoticeLetters letters();
    }

    /** Closes the connection; what was claimed goes back when its lease ends. */
    void stop() {
        mail.close();
    }
}
