package pe.minka.allocation.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.work.BackgroundWork;

import java.time.Duration;

/** Takes one file after the other, beside the requests. What another replica began and did not end is taken up here. */
@ApplicationScoped
class FilesWorker {

    private static final Logger LOG = Logger.getLogger(FilesWorker.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final BackgroundWork work;

    FilesWorker(TakeFile takeFile) {
        this.work = new BackgroundWork(
                "files",
                SWEEP,
                takeFile::takeNext,
                failed -> LOG.warn("A file was interrupted and will be taken anew", failed));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        work.stop();
    }

    void wake() {
        work.wake();
    }
}
