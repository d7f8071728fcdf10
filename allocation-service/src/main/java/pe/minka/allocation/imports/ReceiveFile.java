package pe.minka.allocation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.imports.ImportedFile.Counts;
import pe.minka.allocation.imports.ImportedFile.Status;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.imports.ImportMode;
import pe.minka.platform.runtime.imports.ImportRequest;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * A file comes in: its lines are read as they arrive and staged in one transaction. Where the upload breaks off nothing
 * is left; where the answer has gone out nothing is lost.
 */
@ApplicationScoped
class ReceiveFile {

    private static final int LONGEST_UPLOAD_SECONDS = 3_600;

    private final ImportedFiles files;
    private final StagedLines staged;
    private final Statements statements;
    private final FilesWorker worker;
    private final Caller caller;
    private final Clock clock;

    ReceiveFile(
            ImportedFiles files,
            StagedLines staged,
            Statements statements,
            FilesWorker worker,
            Caller caller,
            Clock clock) {
        this.files = files;
        this.staged = staged;
        this.statements = statements;
        this.worker = worker;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param owner whose file it is; null: of many entities
     * @param zipped whether the body is compressed by gzip
     */
    ImportedFile receive(
            FileKind kind, @Nullable EntityCode owner, ImportRequest request, boolean zipped, InputStream body) {
        var key = request.idempotencyKey;
        if (key == null || key.isBlank()) {
            throw Problem.badRequest("idempotency-key-missing").toException();
        }
        var wanted = new ImportedFile(
                UUID.randomUUID(),
                kind,
                owner,
                caller.subject(),
                isAllOrNothing(request.mode),
                request.dryRun,
                "",
                List.of(),
                Status.WAITING,
                0,
                Counts.NONE,
                clock.instant(),
                null,
                null);
        try {
            var file = QuarkusTransaction.requiringNew()
                    .timeout(LONGEST_UPLOAD_SECONDS)
                    .call(() -> receiveOnce(wanted, key, zipped, body));
            worker.wake();
            return file;
        } catch (RuntimeException failed) {
            throw refusal(failed);
        }
    }

    private ImportedFile receiveOnce(ImportedFile wanted, String key, boolean zipped, InputStream body) {
        if (!files.claim(wanted.caller(), key)) {
            throw Problem.conflict("request-in-flight").toException();
        }
        var known = files.find(wanted.caller(), key);
        var digested = new DigestInputStream(body, sha256());
        if (known.isPresent()) {
            drain(digested);
            return same(known.get(), wanted, digest(digested));
        }
        files.add(wanted, key);
        var lines = new HashSet<>(statements.list("select line from funding_line", row -> row.getString(1)));
        try (var content = CsvLines.open(zipped ? new GZIPInputStream(digested, 1 << 16) : digested)) {
            if (!content.hasNext()) {
                throw new UnreadableFile("empty-file", Map.of());
            }
            var header = new FileHeader(wanted.kind(), content.next().fields(), wanted.entity() == null);
            long count = staged.stage(wanted.id(), new StagedLines.Source() {
                @Override
                public boolean hasNext() {
                    return content.hasNext();
                }

                @Override
                public CsvLines.NumberedLine next() {
                    return content.next();
                }

                @Override
                public FileLine read(List<String> fields) {
                    return FileLine.read(header, fields, wanted.entity(), lines::contains);
                }
            });
            drain(digested);
            files.received(wanted.id(), digest(digested), header.ignored(), count);
        } catch (IOException notZipped) {
            throw new UnreadableFile("broken-off", Map.of("line", "1"));
        }
        return files.find(wanted.id()).orElseThrow();
    }

    private static ImportedFile same(ImportedFile known, ImportedFile wanted, String sha256) {
        if (known.kind() != wanted.kind()
                || !Objects.equals(known.entity(), wanted.entity())
                || known.allOrNothing() != wanted.allOrNothing()
                || known.dryRun() != wanted.dryRun()
                || !known.sha256().equals(sha256)) {
            throw Problem.unprocessable("idempotency-key-reused").toException();
        }
        return known;
    }

    private static boolean isAllOrNothing(@Nullable String mode) {
        if (mode == null || mode.equals(ImportMode.VALID_ROWS.word())) {
            return false;
        }
        if (mode.equals(ImportMode.ALL_OR_NOTHING.word())) {
            return true;
        }
        throw Problem.badRequest("unknown-import-mode").toException();
    }

    /** What is wrong with the file as a whole, found anywhere below the transaction. */
    private static RuntimeException refusal(RuntimeException failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableFile unreadable) {
                var namesAndValues = unreadable.values().entrySet().stream()
                        .flatMap(value -> Stream.of(value.getKey(), value.getValue()))
                        .toArray();
                return Problem.unprocessable("import-file-unreadable")
                        .error("", unreadable.code(), namesAndValues)
                        .toException();
            }
        }
        return failed;
    }

    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
    }

    private static String digest(DigestInputStream body) {
        return HexFormat.of().formatHex(body.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
