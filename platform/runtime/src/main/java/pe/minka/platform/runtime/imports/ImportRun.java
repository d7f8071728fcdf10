package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.imports.ImportJob.Progress;
import pe.minka.platform.runtime.imports.ImportJob.Status;
import pe.minka.platform.runtime.imports.ImportTables.RowResult;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes in the file of one job. */
@ApplicationScoped
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
class ImportRun {

    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int LONGEST_TRANSACTION_SECONDS = 3_600;

    private final Map<String, RowImporter> importers = new LinkedHashMap<>();
    private final ImportTables tables;
    private final StoredFiles files;
    private final AgroalDataSource database;
    private final EntityManager entities;
    private final ObjectMapper json;
    private volatile boolean stopping;

    ImportRun(
            @All List<RowImporter> importers,
            ImportTables tables,
            StoredFiles files,
            AgroalDataSource database,
            EntityManager entities,
            ObjectMapper json) {
        importers.forEach(each -> this.importers.put(each.kind(), each));
        this.tables = tables;
        this.files = files;
        this.database = database;
        this.entities = entities;
        this.json = json;
    }

    /** Thrown inside a transaction that is to leave nothing. */
    private static class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    void stop() {
        stopping = true;
    }

    @ActivateRequestContext
    void take(ImportJob job) {
        var importer = importers.get(job.kind());
        if (importer == null) {
            throw new IllegalStateException("no importer of " + job.kind());
        }
        try (var rows = RowFile.open(job.format(), importer.columns(), files.open(job), json)) {
            if (job.mode() == ImportMode.VALID_ROWS && !job.context().dryRun()) {
                takeSoundRows(job, importer, rows);
            } else {
                takeWhole(job, importer, rows);
            }
        } catch (UnreadableFile unreadable) {
            end(job, Status.REFUSED, unreadable.breach());
        }
    }

    void giveUp(ImportJob job) {
        LOG.errorf("Import %s is given up after %d attempts", job.id(), job.attempts());
        end(job, Status.FAILED, new Breach("", 0, "internal-error", Map.of()));
    }

    /** Batch by batch, each with its results and the progress in one transaction: a crash repeats nothing. */
    private void takeSoundRows(ImportJob job, RowImporter importer, RowFile rows) {
        var progress = job.progress();
        for (long done = 0; done < progress.read() && rows.hasNext(); done++) {
            rows.next();
        }
        while (rows.hasNext()) {
            checkStopping();
            var batch = next(rows, importer.batch());
            try {
                progress = takeBatch(job, importer, batch, progress);
            } catch (RuntimeException failed) {
                mustNotBeOurFault(failed);
                for (Row row : batch) {
                    progress = takeAlone(job, importer, row.anew(), progress);
                }
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            importer.finish(job.context());
            tables.end(job.id(), Status.FINISHED, null);
        });
    }

    private Progress takeBatch(ImportJob job, RowImporter importer, List<Row> batch, Progress before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var results = new ArrayList<RowResult>();
            var progress = before;
            importer.prepare(batch, job.context());
            for (Row row : batch) {
                var outcome = takeRow(job, importer, row);
                results.add(RowResult.of(row, outcome));
                progress = progress.and(outcome);
            }
            tables.insertRows(job.id(), results, true);
            tables.advance(job.id(), progress);
            return progress;
        });
    }

    private Progress takeAlone(ImportJob job, RowImporter importer, Row row, Progress before) {
        try {
            return takeBatch(job, importer, List.of(row), before);
        } catch (RuntimeException failed) {
            mustNotBeOurFault(failed);
            var refused = refusedBy(failed, row);
            var progress = before.and(refused);
            QuarkusTransaction.requiringNew().run(() -> {
                tables.insertRows(job.id(), List.of(RowResult.of(row, refused)), false);
                tables.advance(job.id(), progress);
            });
            return progress;
        }
    }

    /**
     * The whole file in one transaction, which stays only where every row is sound and nobody asked for a rehearsal.
     * After a row that broke the transaction the rest is only looked at, in another one.
     */
    private void takeWhole(ImportJob job, RowImporter importer, RowFile rows) {
        QuarkusTransaction.requiringNew().run(() -> tables.clearRows(job.id()));
        var whole = new Whole(job, importer, rows);
        boolean stays = whole.takeAll();
        if (!stays) {
            QuarkusTransaction.requiringNew().run(() -> tables.clearSubjects(job.id()));
            end(job, job.context().dryRun() ? Status.FINISHED : Status.REFUSED, null);
        }
    }

    /** One pass over a file whose rows stand or fall together. */
    private final class Whole {

        private final ImportJob job;
        private final RowImporter importer;
        private final RowFile rows;
        private final Deque<Row> ahead = new ArrayDeque<>();
        private final List<RowResult> results = new ArrayList<>();
        private Progress progress = Progress.NONE;
        private boolean prepared;

        Whole(ImportJob job, RowImporter importer, RowFile rows) {
            this.job = job;
            this.importer = importer;
            this.rows = rows;
        }

        boolean takeAll() {
            boolean broken = false;
            while (true) {
                boolean onlyLooking = broken;
                try {
                    QuarkusTransaction.requiringNew()
                            .timeout(LONGEST_TRANSACTION_SECONDS)
                            .run(() -> takeUntilBroken(onlyLooking));
                    return true;
                } catch (Undone undone) {
                    if (ahead.isEmpty() && !rows.hasNext()) {
                        return false;
                    }
                    broken = true;
                }
            }
        }

        private void takeUntilBroken(boolean onlyLooking) {
            prepared = false;
            while (lookAhead()) {
                checkStopping();
                var row = ahead.element();
                try {
                    prepareOnce();
                    note(row, takeRow(job, importer, row));
                } catch (RuntimeException failed) {
                    mustNotBeOurFault(failed);
                    ahead.remove();
                    note(row, refusedBy(failed, row));
                    storeResults();
                    throw new Undone();
                }
                ahead.remove();
            }
            storeResults();
            boolean refused = progress.refused() > 0 && !job.context().dryRun();
            if (onlyLooking || refused) {
                throw new Undone();
            }
            importer.finish(job.context());
            if (job.context().dryRun()) {
                throw new Undone();
            }
            tables.end(job.id(), Status.FINISHED, null);
        }

        /** Whether a row is left. */
        private boolean lookAhead() {
            if (ahead.isEmpty() && rows.hasNext()) {
                ahead.addAll(next(rows, importer.batch()));
                prepared = false;
            }
            return !ahead.isEmpty();
        }

        private void prepareOnce() {
            if (!prepared) {
                importer.prepare(List.copyOf(ahead), job.context());
                prepared = true;
            }
        }

        private void note(Row row, RowOutcome outcome) {
            results.add(RowResult.of(row, outcome));
            progress = progress.and(outcome);
            if (results.size() == importer.batch()) {
                storeResults();
            }
        }

        /** Beside the transaction of the rows, so that they are there when it is undone. */
        private void storeResults() {
            entities.clear();
            QuarkusTransaction.requiringNew().run(() -> {
                tables.insertRows(job.id(), results, true);
                tables.advance(job.id(), progress);
            });
            results.clear();
        }
    }

    /** Written out at once, so that what a constraint refuses is told of this row and of no other. */
    private RowOutcome takeRow(ImportJob job, RowImporter importer, Row row) {
        if (!row.sound()) {
            return row.refused();
        }
        var outcome = importer.take(row, job.context());
        entities.flush();
        return outcome;
    }

    private static List<Row> next(Iterator<Row> rows, int most) {
        var batch = new ArrayList<Row>();
        while (batch.size() < most && rows.hasNext()) {
            batch.add(rows.next());
        }
        return batch;
    }

    private void end(ImportJob job, Status status, @Nullable Breach problem) {
        QuarkusTransaction.requiringNew().run(() -> tables.end(job.id(), status, problem));
    }

    private RowOutcome refusedBy(RuntimeException failed, Row row) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpProblem problem && problem.getParameters().get("code") instanceof String code) {
                return new RowOutcome.Refused(List.of(new Breach("", 0, code, Problem.valuesOf(problem))));
            }
        }
        LOG.warnf("Row %d of an import was not taken: %s", row.number(), failed.getClass());
        return new RowOutcome.Refused(List.of(new Breach("", 0, "row-not-taken", Map.of())));
    }

    private void checkStopping() {
        if (stopping) {
            throw new IllegalStateException("the service stops");
        }
    }

    /** A database that is away refuses no row: the job waits for it. */
    private void mustNotBeOurFault(RuntimeException failed) {
        checkStopping();
        try (var connection = database.getConnection()) {
            if (!connection.isValid(2)) {
                throw failed;
            }
        } catch (SQLException away) {
            throw failed;
        }
    }
}
