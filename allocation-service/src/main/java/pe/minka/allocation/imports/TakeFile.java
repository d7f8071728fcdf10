package pe.minka.allocation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import pe.minka.allocation.imports.ImportedFile.Status;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Clock;

/**
 * A staged file is judged and taken in one transaction: a crash in its middle leaves nothing of it, and the next
 * attempt does it whole.
 */
@ApplicationScoped
class TakeFile {

    private static final Logger LOG = Logger.getLogger(TakeFile.class);
    private static final int LONGEST_SECONDS = 3_600;
    /** A file that brought the service down this often is not tried again. */
    private static final int ATTEMPTS = 5;

    private final ImportedFiles files;
    private final StagedLines staged;
    private final Statements statements;
    private final Clock clock;

    TakeFile(ImportedFiles files, StagedLines staged, Statements statements, Clock clock) {
        this.files = files;
        this.staged = staged;
        this.statements = statements;
        this.clock = clock;
    }

    /** @return whether there was one to work on */
    boolean takeNext() {
        var next = QuarkusTransaction.requiringNew().call(() -> files.begin(clock.instant()));
        if (next.isEmpty()) {
            return false;
        }
        var file = next.get();
        if (file.attempts() > ATTEMPTS) {
            LOG.errorf("File %s is given up after %d attempts", file.id(), ATTEMPTS);
            QuarkusTransaction.requiringNew()
                    .run(() -> files.end(file.id(), Status.FAILED, file.counts(), clock.instant()));
            return true;
        }
        QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).run(() -> take(file));
        return true;
    }

    private void take(ImportedFile file) {
        if (!files.hold(file.id())) {
            return;
        }
        statements.alone("published-lines/" + file.kind());
        var counts = staged.judge(file.id(), file.kind());
        boolean refused = file.allOrNothing() && counts.refused() > 0;
        if (!refused && !file.dryRun()) {
            staged.take(file.id(), file.kind(), clock.instant());
        }
        boolean wholeRefused = refused && !file.dryRun();
        files.end(file.id(), wholeRefused ? Status.REFUSED : Status.FINISHED, counts, clock.instant());
    }
}
