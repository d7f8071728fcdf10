package pe.minka.platform.runtime.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.runtime.imports.ImportJob.Progress;
import pe.minka.platform.runtime.imports.ImportJob.Status;
import pe.minka.platform.runtime.persistence.Statements;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Jobs, their files and what became of their rows, by plain SQL inside the transaction of the caller. */
@ApplicationScoped
@IfBuildProperty(name = "minka.imports.enabled", stringValue = "true")
class ImportTables {

    private static final String COLUMNS =
            "select id, kind, entity, caller, about, dry_run, format, mode, sha256, wrapped_key,"
                    + " status, attempts, rows_read, rows_accepted, rows_refused, problem, created_at, ended_at from import_job";

    private final AgroalDataSource database;
    private final Statements statements;
    private final ObjectMapper json;
    private final Clock clock;

    ImportTables(AgroalDataSource database, Statements statements, ObjectMapper json, Clock clock) {
        this.database = database;
        this.statements = statements;
        this.json = json;
        this.clock = clock;
    }

    /** What became of one row of a job. */
    record RowResult(
            long number,
            long line,
            boolean accepted,
            @Nullable String subject,
            List<Breach> breaches) {

        static RowResult of(Row row, RowOutcome outcome) {
            if (outcome instanceof RowOutcome.Accepted taken) {
                return new RowResult(row.number(), row.line(), true, taken.subject(), List.of());
            }
            return new RowResult(row.number(), row.line(), false, null, ((RowOutcome.Refused) outcome).breaches());
        }
    }

    @FunctionalInterface
    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException, JsonProcessingException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(ResultSet row) throws SQLException, JsonProcessingException;
    }

    void insert(ImportJob job, String idempotencyKey, long bytes) {
        update(
                "insert into import_job (id, kind, entity, about, caller, idempotency_key, format, mode, dry_run, sha256,"
                        + " bytes, wrapped_key, status, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                insert -> {
                    insert.setObject(1, job.id());
                    insert.setString(2, job.kind());
                    insert.setString(3, job.context().entity().value());
                    insert.setString(4, json.writeValueAsString(job.context().about()));
                    insert.setString(5, job.context().caller());
                    insert.setString(6, idempotencyKey);
                    insert.setString(7, job.format().name());
                    insert.setString(8, job.mode().name());
                    insert.setBoolean(9, job.context().dryRun());
                    insert.setString(10, job.fingerprint());
                    insert.setLong(11, bytes);
                    insert.setBytes(12, job.wrappedKey());
                    insert.setString(13, job.status().name());
                    insert.setObject(14, utc(job.createdAt()));
                });
    }

    void setFingerprint(UUID job, String fingerprint, long bytes) {
        update("update import_job set sha256 = ?, bytes = ? where id = ?", update -> {
            update.setString(1, fingerprint);
            update.setLong(2, bytes);
            update.setObject(3, job);
        });
    }

    void insertPart(UUID job, int number, byte[] content) {
        update("insert into import_file_part (job, number, content) values (?, ?, ?)", insert -> {
            insert.setObject(1, job);
            insert.setInt(2, number);
            insert.setBytes(3, content);
        });
    }

    byte @Nullable [] part(UUID job, int number) {
        return query(
                        "select content from import_file_part where job = ? and number = ?",
                        select -> {
                            select.setObject(1, job);
                            select.setInt(2, number);
                        },
                        row -> row.getBytes(1))
                .stream()
                .findFirst()
                .orElse(null);
    }

    /** Whether this transaction holds the key; false while another request with it is at work. */
    boolean claim(String caller, String idempotencyKey) {
        return query(
                        "select pg_try_advisory_xact_lock(hashtextextended(?, 1))",
                        select -> select.setString(1, caller + "\n" + idempotencyKey),
                        row -> row.getBoolean(1))
                .get(0);
    }

    Optional<ImportJob> find(UUID id) {
        return query(COLUMNS + " where id = ?", select -> select.setObject(1, id), this::job).stream()
                .findFirst();
    }

    Optional<ImportJob> find(String caller, String idempotencyKey) {
        return query(
                        COLUMNS + " where caller = ? and idempotency_key = ?",
                        select -> {
                            select.setString(1, caller);
                            select.setString(2, idempotencyKey);
                        },
                        this::job)
                .stream()
                .findFirst();
    }

    List<UUID> open() {
        return query(
                "select id from import_job where status in ('WAITING', 'RUNNING') order by created_at limit 20",
                select -> {},
                row -> row.getObject(1, UUID.class));
    }

    void begin(UUID job) {
        update(
                "update import_job set status = 'RUNNING', attempts = attempts + 1 where id = ?",
                update -> update.setObject(1, job));
    }

    void advance(UUID job, Progress progress) {
        update("update import_job set rows_read = ?, rows_accepted = ?, rows_refused = ? where id = ?", update -> {
            update.setLong(1, progress.read());
            update.setLong(2, progress.accepted());
            update.setLong(3, progress.refused());
            update.setObject(4, job);
        });
    }

    /** Ends a job; its file is gone with it. */
    void end(UUID job, Status status, @Nullable Breach problem) {
        update(
                "update import_job set status = ?, problem = ?, wrapped_key = null, ended_at = ? where id = ?",
                update -> {
                    update.setString(1, status.name());
                    update.setString(2, problem == null ? null : json.writeValueAsString(problem));
                    update.setObject(3, utc(clock.instant()));
                    update.setObject(4, job);
                });
        update("delete from import_file_part where job = ?", delete -> delete.setObject(1, job));
    }

    void insertRows(UUID job, List<RowResult> results, boolean withSubjects) {
        statements.bulk(
                "insert into import_row (job, number, line, accepted, subject, breaches) select * from %s",
                List.of("uuid", "bigint", "bigint", "boolean", "text", "text"),
                results.stream()
                        .map(result -> new @Nullable Object[] {
                            job,
                            result.number(),
                            result.line(),
                            result.accepted(),
                            withSubjects ? result.subject() : null,
                            result.breaches().isEmpty() ? null : written(result.breaches())
                        })
                        .toList());
    }

    private String written(List<Breach> breaches) {
        try {
            return json.writeValueAsString(breaches);
        } catch (JsonProcessingException failed) {
            throw new IllegalStateException("the results of an import could not be stored", failed);
        }
    }

    /** Forgets what an attempt found that came to nothing. */
    void clearRows(UUID job) {
        update("delete from import_row where job = ?", delete -> delete.setObject(1, job));
        advance(job, Progress.NONE);
    }

    /** What was undone has no id. */
    void clearSubjects(UUID job) {
        update("update import_row set subject = null where job = ?", update -> update.setObject(1, job));
    }

    List<RowResult> rows(UUID job, long after, boolean onlyRefused, int limit) {
        return query(
                "select number, line, accepted, subject, breaches from import_row where job = ? and number > ?"
                        + (onlyRefused ? " and not accepted" : "") + " order by number limit ?",
                select -> {
                    select.setObject(1, job);
                    select.setLong(2, after);
                    select.setInt(3, limit);
                },
                row -> new RowResult(
                        row.getLong(1),
                        row.getLong(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getString(5) == null
                                ? List.of()
                                : json.readValue(row.getString(5), new TypeReference<List<Breach>>() {})));
    }

    private ImportJob job(ResultSet row) throws SQLException, JsonProcessingException {
        var context = new ImportContext(
                new EntityCode(row.getString("entity")),
                row.getString("caller"),
                json.readValue(row.getString("about"), new TypeReference<Map<String, String>>() {}),
                row.getBoolean("dry_run"));
        var problem = row.getString("problem");
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new ImportJob(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                context,
                ImportFormat.valueOf(row.getString("format")),
                ImportMode.valueOf(row.getString("mode")),
                row.getString("sha256"),
                row.getBytes("wrapped_key"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                new Progress(row.getLong("rows_read"), row.getLong("rows_accepted"), row.getLong("rows_refused")),
                problem == null ? null : json.readValue(problem, Breach.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }

    private void update(String sql, Filling filling) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            statement.executeUpdate();
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("an import could not be stored", failed);
        }
    }

    private <T> List<T> query(String sql, Filling filling, Reading<T> reading) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            filling.fill(statement);
            try (var rows = statement.executeQuery()) {
                var found = new ArrayList<T>();
                while (rows.next()) {
                    found.add(reading.read(rows));
                }
                return found;
            }
        } catch (SQLException | JsonProcessingException failed) {
            throw new IllegalStateException("an import could not be read", failed);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
