package pe.minka.transparency.process;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.finding.ExamineProcess;
import pe.minka.transparency.generation.Rebuild;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Looks for findings in each process whose facts have been still for a moment: the words of different services on one
 * thing arrive in any order, and a finding is too grave to be raised on half of them. Nothing is examined while the read
 * models are being built anew.
 */
@ApplicationScoped
class Examiner {

    private static final Logger LOG = Logger.getLogger(Examiner.class);

    private final Statements database;
    private final Facts facts;
    private final Processes processes;
    private final ExamineProcess examination;
    private final Rebuild rebuild;
    private final Duration settle;
    private final Duration pause;
    private volatile boolean running = true;
    private @Nullable Thread thread;

    Examiner(
            Statements database,
            Facts facts,
            Processes processes,
            ExamineProcess examination,
            Rebuild rebuild,
            @ConfigProperty(name = "minka.findings.settle", defaultValue = "1s") Duration settle,
            @ConfigProperty(name = "minka.findings.pause", defaultValue = "500ms") Duration pause) {
        this.database = database;
        this.facts = facts;
        this.processes = processes;
        this.examination = examination;
        this.rebuild = rebuild;
        this.settle = settle;
        this.pause = pause;
    }

    void start(@Observes StartupEvent started) {
        var examiner = new Thread(this::run, "examiner");
        examiner.setDaemon(true);
        examiner.start();
        thread = examiner;
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (thread != null) {
            thread.interrupt();
            thread.join(TimeUnit.SECONDS.toMillis(5));
        }
    }

    private void run() {
        while (running) {
            try {
                while (running && rebuild.isDone() && examineNext()) {
                    LOG.trace("a process was examined");
                }
                Thread.sleep(pause.toMillis());
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException failed) {
                LOG.warn("No process could be examined; the next attempt follows", failed);
                sleepAfterFailure();
            }
        }
    }

    private void sleepAfterFailure() {
        try {
            Thread.sleep(pause.multipliedBy(4).toMillis());
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** False where nothing waits. Several replicas take different processes. */
    private boolean examineNext() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var next = database.find(
                    "select process, revision from read_model.process where called and examined < revision"
                            + " and touched_at < clock_timestamp() - ? * interval '1 millisecond'"
                            + " order by touched_at limit 1 for update skip locked",
                    row -> new Due(row.getObject(1, UUID.class), row.getLong(2)),
                    settle.toMillis());
            next.ifPresent(this::examine);
            return next.isPresent();
        });
    }

    private record Due(UUID process, long revision) {}

    private void examine(Due due) {
        var id = new ProcessId(due.process());
        processes
                .find(id)
                .ifPresent(process -> examination.examine(
                        id, process.entity().code(), Subjects.of(process, new FactSet(facts.of(id)))));
        database.execute("update read_model.process set examined = ? where process = ?", due.revision(), due.process());
    }
}
