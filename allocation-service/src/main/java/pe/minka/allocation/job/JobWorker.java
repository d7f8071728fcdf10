package pe.minka.allocation.job;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Works on jobs beside the requests, as long as there is something to do. */
@ApplicationScoped
class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class);
    /** How long a job that another replica left behind waits at most. */
    private static final long SWEEP_SECONDS = 5;

    private final WorkOnJobs work;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    JobWorker(WorkOnJobs work) {
        this.work = work;
    }

    void start(@Observes StartupEvent started) {
        var worker = new Thread(this::run, "selection-jobs");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    /** What was not committed goes on after the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    /** The job is there for every replica once its transaction has ended. */
    void hear(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobStarted started) {
        wake();
    }

    private void wake() {
        arrivals.release();
    }

    private void run() {
        while (running) {
            try {
                if (!work.workOnOne() && arrivals.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS)) {
                    arrivals.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("A selection job was interrupted and will be resumed", failed);
                    pause();
                }
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.SECONDS.sleep(2);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
