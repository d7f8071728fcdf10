package pe.minka.allocation.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Takes one file after the other, beside the requests. What another replica began and did not end is taken up here. */
@ApplicationScoped
class FilesWorker {

    private static final Logger LOG = Logger.getLogger(FilesWorker.class);
    private static final long SWEEP_SECONDS = 5;

    private final TakeFile takeFile;
    private final Semaphore arrivals = new Semaphore(0);
    private volatile boolean running = true;
    private @Nullable Thread thread;

    FilesWorker(TakeFile takeFile) {
        this.takeFile = takeFile;
    }

    void start(@Observes StartupEvent started) {
        var worker = new Thread(this::work, "files");
        worker.setDaemon(true);
        worker.start();
        thread = worker;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    void wake() {
        arrivals.release();
    }

    private void work() {
        while (running) {
            try {
                if (!takeFile.takeNext() && arrivals.tryAcquire(SWEEP_SECONDS, TimeUnit.SECONDS)) {
                    arrivals.drainPermits();
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException failed) {
                if (running) {
                    LOG.warn("A file was interrupted and will be taken anew", failed);
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
