package pe.minka.platform.runtime.imports;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;
import pe.minka.platform.runtime.work.BackgroundWork;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * Works on one job at a time, beside the requests. A job belongs to the replica whose database session holds its lock:
 * when the replica dies, the session does, and another one goes on with the job.
 */
@ApplicationScoped
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final Duration SWEEP = Duration.ofSeconds(5);
    /** A file that brought the service down this often is not opened again. */
    private static final int ATTEMPTS = 5;

    private final AgroalDataSource database;
    private final ImportTables tables;
    private final ImportRun run;
    private final BackgroundWork work;

    ImportWorker(AgroalDataSource database, ImportTables tables, ImportRun run) {
        this.database = database;
        this.tables = tables;
        this.run = run;
        this.work = new BackgroundWork(
                "imports",
                SWEEP,
                this::workOnOne,
                failed -> LOG.warn("An import was interrupted and will be resumed", failed));
    }

    void start(@Observes StartupEvent started) {
        work.start();
    }

    /** The job at work goes on after the next start. */
    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        run.stop();
        work.stop();
    }

    void wake() {
        work.wake();
    }

    private boolean workOnOne() throws SQLException {
        for (UUID job : tables.open()) {
            try (var session = database.getConnection()) {
                if (lock(session, job)) {
                    try {
                        return workOn(job);
                    } finally {
                        unlock(session, job);
                    }
                }
            }
        }
        return false;
    }

    private boolean workOn(UUID id) {
        var job = tables.find(id).orElseThrow();
        if (job.status() != ImportJob.Status.WAITING && job.status() != ImportJob.Status.RUNNING) {
            return true;
        }
        if (job.attempts() >= ATTEMPTS) {
            run.giveUp(job);
            return true;
        }
        tables.begin(id);
        run.take(job);
        return true;
    }

    private static boolean lock(Connection session, UUID job) throws SQLException {
        try (var lock = session.prepareStatement("select pg_try_advisory_lock(hashtextextended(?, 2))")) {
            lock.setString(1, job.toString());
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void unlock(Connection session, UUID job) throws SQLException {
        try (var unlock = session.prepareStatement("select pg_advisory_unlock(hashtextextended(?, 2))")) {
            unlock.setString(1, job.toString());
            unlock.execute();
        }
    }
}
