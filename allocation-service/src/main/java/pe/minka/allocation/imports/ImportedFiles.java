package pe.minka.allocation.imports;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.imports.ImportedFile.Counts;
import pe.minka.allocation.imports.ImportedFile.Status;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.persistence.Statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The files of all callers and what became of them. */
@ApplicationScoped
class ImportedFiles {

    private static final String SELECT =
            "select id, kind, entity, caller, mode, dry_run, sha256, ignored_columns, status, attempts, lines, refused,"
                    + " flagged, added, changed, unchanged, created_at, started_at, ended_at from bulk_file";

    private final Statements statements;

    ImportedFiles(Statements statements) {
        this.statements = statements;
    }

    /** Whether this transaction holds the key; false while another request with it is at work. */
    boolean claim(String caller, String key) {
        return statements
                .list(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
                        row -> row.getBoolean(1),
                        "bulk\n" + caller + "\n" + key)
                .get(0);
    }

    Optional<ImportedFile> find(UUID id) {
        return statements.find(SELECT + " where id = ?", ImportedFiles::file, id);
    }

    Optional<ImportedFile> find(String caller, String key) {
        return statements.find(SELECT + " where caller = ? and idempotency_key = ?", ImportedFiles::file, caller, key);
    }

    void add(ImportedFile file, String key) {
        statements.execute(
                "insert into bulk_file (id, kind, entity, caller, idempotency_key, mode, dry_run, sha256,"
                        + " ignored_columns, status, created_at) values (?, ?, ?, ?, ?, ?, ?, '', '', ?, ?)",
                file.id(),
                file.kind(),
                file.entity(),
                file.caller(),
                key,
                file.allOrNothing() ? "ALL_OR_NOTHING" : "VALID_ROWS",
                file.dryRun(),
                file.status(),
                file.createdAt());
    }

    void received(UUID id, String sha256, List<String> ignoredColumns, long lines) {
        statements.execute(
                "update bulk_file set sha256 = ?, ignored_columns = ?, lines = ? where id = ?",
                sha256,
                String.join("\n", ignoredColumns),
                lines,
                id);
    }

    /** The oldest one that nobody works on, marked as begun once more. */
    Optional<ImportedFile> begin(Instant now) {
        return statements
                .find(
                        "select id from bulk_file where status = 'WAITING' order by created_at limit 1"
                                + " for update skip locked",
                        row -> row.getObject(1, UUID.class))
                .flatMap(id -> {
                    statements.execute(
                            "update bulk_file set attempts = attempts + 1, started_at = coalesce(started_at, ?)"
                                    + " where id = ?",
                            now,
                            id);
                    return find(id);
                });
    }

    /** Whether it still waits and no other transaction holds it; this one holds it then to its end. */
    boolean hold(UUID id) {
        return statements
                .find(
                        "select id from bulk_file where id = ? and status = 'WAITING' for update skip locked",
                        row -> true,
                        id)
                .isPresent();
    }

    void end(UUID id, Status status, Counts counts, Instant now) {
        statements.execute(
                "update bulk_file set status = ?, refused = ?, flagged = ?, added = ?, changed = ?, unchanged = ?,"
                        + " ended_at = ? where id = ?",
                status,
                counts.refused(),
                counts.flagged(),
                counts.added(),
                counts.changed(),
                counts.unchanged(),
                now,
                id);
    }

    private static ImportedFile file(ResultSet row) throws SQLException {
        var entity = row.getString(3);
        var ignored = row.getString(8);
        return new ImportedFile(
                row.getObject(1, UUID.class),
                FileKind.valueOf(row.getString(2)),
                entity == null ? null : new EntityCode(entity),
                row.getString(4),
                row.getString(5).equals("ALL_OR_NOTHING"),
                row.getBoolean(6),
                row.getString(7),
                ignored.isEmpty() ? List.of() : Arrays.asList(ignored.split("\n", -1)),
                Status.valueOf(row.getString(9)),
                row.getInt(10),
                new Counts(
                        row.getLong(11),
                        row.getLong(12),
                        row.getLong(13),
                        row.getLong(14),
                        row.getLong(15),
                        row.getLong(16)),
                row.getObject(17, OffsetDateTime.class).toInstant(),
                instant(row.getObject(18, OffsetDateTime.class)),
                instant(row.getObject(19, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
