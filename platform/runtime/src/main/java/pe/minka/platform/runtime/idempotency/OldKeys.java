package pe.minka.platform.runtime.idempotency;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forgets the answers that nobody will ask for again. */
@ApplicationScoped
class OldKeys {

    private static final Logger LOG = Logger.getLogger(OldKeys.class);

    private final IdempotencyKeys keys;
    private final Clock clock;
    private final Duration keep;
    private final ScheduledExecutorService hourly = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "old-idempotency-keys");
        thread.setDaemon(true);
        return thread;
    });

    OldKeys(IdempotencyKeys keys, Clock clock, @ConfigProperty(name = "minka.idempotency.keep") Duration keep) {
        this.keys = keys;
        this.clock = clock;
        this.keep = keep;
    }

    void start(@Observes StartupEvent started) {
        var first = hourly.scheduleWithFixedDelay(this::forget, 5, 60, TimeUnit.MINUTES);
        LOG.debugf("Idempotency keys are kept for %s: %s", keep, first);
    }

    void stop(@Observes ShutdownEvent stopping) {
        hourly.shutdownNow();
    }

    void forget() {
        try {
            keys.forgetBefore(clock.instant().minus(keep));
        } catch (RuntimeException failed) {
            LOG.warn("Old idempotency keys were not forgotten; the next hour tries again", failed);
        }
    }
}
