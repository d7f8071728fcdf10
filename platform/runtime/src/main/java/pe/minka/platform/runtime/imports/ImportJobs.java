package pe.minka.platform.runtime.imports;

import io.quarkus.arc.All;
import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.imports.ImportJob.Progress;
import pe.minka.platform.runtime.imports.ImportJob.Status;
import pe.minka.platform.runtime.problem.Problem;

import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Where an operation hands over a file of many rows. Present in services that say {@code minka.imports.enabled=true};
 * these also serve {@code /v1/imports/{job}} and {@code /v1/imports/{job}/rows}.
 *
 * <pre>{@code
 * @POST
 * @Path("/{process}/agents/import")
 * @Consumes({"text/csv", "application/x-ndjson"})
 * public Response importAgents(@PathParam("process") ProcessId process, @BeanParam ImportRequest how, InputStream file) {
 *     return imports.start("agents", entity, Map.of("process", process.toString()), how, file);
 * }
 * }</pre>
 */
@ApplicationScoped
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
public class ImportJobs {

    private final List<RowImporter> importers;
    private final ImportTables tables;
    private final StoredFiles files;
    private final ImportWorker worker;
    private final Caller caller;
    private final KeyedIndex index;
    private final Clock clock;

    ImportJobs(
            @All List<RowImporter> importers,
            ImportTables tables,
            StoredFiles files,
            ImportWorker worker,
            Caller caller,
            KeyedIndex index,
            Clock clock) {
        this.importers = importers;
        this.tables = tables;
        this.files = files;
        this.worker = worker;
        this.caller = caller;
        this.index = index;
        this.clock = clock;
    }

    /**
     * Stores the file and answers 202 with the job that will take it in; what is acknowledged survives a crash. The
     * same idempotency key with the same file answers with the same job.
     *
     * @param kind of the {@link RowImporter}
     * @param entity whose the rows will be, and who may follow the job; that the caller acts for it has been checked
     * @param about what the importer will have to know: which process, for example
     */
    public Response start(
            String kind, EntityCode entity, Map<String, String> about, ImportRequest request, InputStream file) {
        if (importers.stream().noneMatch(each -> each.kind().equals(kind))) {
            throw new IllegalArgumentException("no importer of " + kind);
        }
        var key = request.idempotencyKey;
        if (key == null || key.isBlank()) {
            throw Problem.badRequest("idempotency-key-missing").toException();
        }
        var mode = request.importMode();
        var format = request.format();
        var context = new ImportContext(entity, caller.subject(), about, request.dryRun);
        // a file may be long in coming: no transaction ends under it
        var job = QuarkusTransaction.requiringNew()
                .timeout(3_600)
                .call(() -> storeOnce(kind, context, format, mode, key, file));
        worker.wake();
        return Response.accepted(ImportView.of(job))
                .location(URI.create("/v1/imports/" + job.id()))
                .build();
    }

    private ImportJob storeOnce(
            String kind, ImportContext context, ImportFormat format, ImportMode mode, String key, InputStream file) {
        if (!tables.claim(context.caller(), key)) {
            throw Problem.conflict("request-in-flight").toException();
        }
        var known = tables.find(context.caller(), key);
        if (known.isPresent()) {
            var same = known.get();
            if (!same.kind().equals(kind)
                    || !same.context().equals(context)
                    || same.format() != format
                    || same.mode() != mode
                    || !same.fingerprint().equals(fingerprint(StoredFiles.digest(file)))) {
                throw Problem.unprocessable("idempotency-key-reused").toException();
            }
            return same;
        }
        var id = UUID.randomUUID();
        var wrappedKey = files.newKey(id);
        var job = new ImportJob(
                id,
                kind,
                context,
                format,
                mode,
                "",
                wrappedKey,
                Status.WAITING,
                0,
                Progress.NONE,
                null,
                clock.instant(),
                null);
        tables.insert(job, key, 0);
        var digest = files.store(id, wrappedKey, file);
        tables.setFingerprint(id, fingerprint(digest), digest.bytes());
        return job;
    }

    /** Keyed: a file of one row with a document number is guessed from a bare hash. */
    private String fingerprint(StoredFiles.Digest file) {
        return index.exactly("IMPORT", file.sha256());
    }
}
