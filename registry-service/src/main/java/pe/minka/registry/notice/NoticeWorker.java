package pe.minka.registry.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.work.BackgroundWork;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Drains the queue beside the requests, on one thread of low rank, as long as the service runs. */
@ApplicationScoped
class NoticeWorker {

    private static final Logger LOG = Logger.getLogger(NoticeWorker.class);
    private static final Duration SWEEP = Duration.ofSeconds(15);

    private final NoticeDispatch dispatch;
    private final MeterRegistry meters;
    private final boolean enabled;
    private final BackgroundWork work;

    NoticeWorker(
            NoticeQueue queue,
            NoticeSources sources,
            Instance<TextMessages> messages,
            MeterRegistry meters,
            Clock clock,
            @ConfigProperty(name = "minka.notices.enabled") boolean enabled,
            @ConfigProperty(name = "minka.notices.batch") int batch,
            @ConfigProperty(name = "minka.notices.rate") int rate,
            @ConfigProperty(name = "minka.notices.attempts") int attempts,
            @ConfigProperty(name = "minka.notices.first-retry") Duration firstRetry,
            @ConfigProperty(name = "minka.notices.lease") Duration lease,
            @ConfigProperty(name = "minka.smtp.host") Optional<String> host,
            @ConfigProperty(name = "minka.smtp.port") int port,
            @ConfigProperty(name = "minka.smtp.username") Optional<String> username,
            @ConfigProperty(name = "minka.smtp.password") Optional<String> password,
            @ConfigProperty(name = "minka.smtp.starttls") boolean starttls,
            @ConfigProperty(name = "minka.smtp.from") String from) {
        this.dispatch = new NoticeDispatch(
                queue,
                sources,
                new SmtpCarrier(new MailServer(
                        host.orElse(null), port, username.orElse(null), password.orElse(null), starttls, from)),
                messages.isResolvable() ? messages.get() : null,
                new NoticeDispatch.Pace(batch, rate, attempts, firstRetry, lease),
                clock);
        this.meters = meters;
        this.enabled = enabled;
        // the class alone is told: a message of the mail library may repeat an address
        this.work = new BackgroundWork(
                        "notices",
                        SWEEP,
                        this::drain,
                        failed -> LOG.warnf(
                                "Notices wait and will be tried again: %s",
                                failed.getClass().getName()))
                .ofLowRank()
                .endingWith(dispatch::stop);
    }

    void start(@Observes StartupEvent started) {
        if (enabled) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        work.stop();
    }

    void wake() {
        work.wake();
    }

    private boolean drain() {
        int handled = dispatch.drain();
        meters.counter("minka.notices.handled").increment(handled);
        return handled > 0;
    }
}
