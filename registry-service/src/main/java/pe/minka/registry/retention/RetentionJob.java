package pe.minka.registry.retention;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import pe.minka.platform.core.EntityCode;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs the retention of every entity day by day; the replicas share the work by the rows they hold. */
@ApplicationScoped
class RetentionJob {

    static final String ACCOUNT = "retention-job";

    private static final Logger LOG = Logger.getLogger(RetentionJob.class);
    private static final Duration FIRST = Duration.ofMinutes(10);

    private final RetentionRuns runs;
    private final Duration every;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "retention");
        thread.setDaemon(true);
        return thread;
    });

    RetentionJob(RetentionRuns runs, @ConfigProperty(name = "minka.retention.every") Duration every) {
        this.runs = runs;
        this.every = every;
    }

    void start(@Observes StartupEvent started) {
        var first = daily.scheduleWithFixedDelay(this::runAll, FIRST.toSeconds(), every.toSeconds(), TimeUnit.SECONDS);
        LOG.debugf("Retention runs each %s: %s", every, first);
    }

    void stop(@Observes ShutdownEvent stopping) {
        daily.shutdownNow();
    }

    void runAll() {
        try {
            for (EntityCode entity : runs.entitiesWithATerm()) {
                int erased = runs.run(entity, ACCOUNT, false).erased();
                while (erased > 0) {
                    LOG.infof("Entity %s: %d people erased, their terms had passed", entity, erased);
                    erased = runs.run(entity, ACCOUNT, false).erased();
                }
            }
        } catch (RuntimeException failed) {
            LOG.warn("The retention did not run; the next one tries again", failed);
        }
    }
}
