package pe.minka.allocation.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.work.BackgroundWork;

import java.time.Duration;

/** Works on jobs beside the requests, as long as there is something to do. */
@ApplicationScoped
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    /** How long a job that another replica left behind waits at most. */
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final BackgroundWork work;

    JobWorker(WorkOnJobs jobs) {
        this.work = new BackgroundWork(
                "selection-jobs",
                SWEEP,
                jobs::workOnOne,
                failed -> LOG.warn("A selection job was interrupted and will be resumed", failed));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    /** What was not committed goes on after the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        work.stop();
    }

    /** The job is there for every replica once its transaction has ended. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobStarted started) {
        work.wake();
    }
}
