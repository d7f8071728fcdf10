package pe.minka.allocation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import pe.minka.allocation.imports.ImportedFile.Counts;
import pe.minka.platform.runtime.persistence.Statements;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The lines of files, from their coming in to their being taken. They come in by COPY and are judged and taken by a
 * handful of statements over all of them: what a file holds never stands in memory.
 */
@ApplicationScoped
class StagedLines {

    private static final String AMOUNTS =
            FileColumn.AMOUNTS.stream().map(FileColumn::word).collect(Collectors.joining(", "));
    private static final String COPY =
            "copy bulk_line (file, number, line, entity, fiscal_year, code, funding_line, class, title, " + AMOUNTS
                    + ", breaches, flags, outcome) from stdin with (format csv)";
    private static final String SAME_LINE =
            "p.kind = ? and p.entity = l.entity and p.fiscal_year = l.fiscal_year and p.code = l.code"
                    + " and p.funding_line = l.funding_line and p.class = l.class";
    private static final String REPEATED = "repeated-row";
    private static final String JUDGE = "update bulk_line s set outcome = j.outcome, breaches = j.breaches from ("
            + "select l.number, case when l.rank > 1 then 'REFUSED' when p.entity is null then 'ADDED'"
            + " when " + row("p") + " is not distinct from " + row("l")
            + " then 'UNCHANGED' else 'CHANGED' end as outcome,"
            + " case when l.rank > 1 then json_build_array(json_build_object('column', '', 'position', 0, 'code',"
            + " '" + REPEATED + "', 'values', json_build_object('line', l.first_line::text)))::text end as breaches"
            + " from (select *, row_number() over same as rank, first_value(line) over same as first_line from bulk_line"
            + " where file = ? and breaches is null window same as (partition by entity, fiscal_year, code,"
            + " funding_line, class order by number)) l left join published_line p on " + SAME_LINE
            + ") j where s.file = ? and s.number = j.number";
    private static final String COMPARE = "insert into bulk_change (file, number, field, before, after)"
            + " select l.file, l.number, v.field, v.before, v.after from bulk_line l join published_line p on "
            + SAME_LINE + " cross join lateral (values ('title', p.title, l.title), "
            + FileColumn.AMOUNTS.stream()
                    .map(FileColumn::word)
                    .map(name -> "('" + name + "', " + soles("p." + name) + ", " + soles("l." + name) + ")")
                    .collect(Collectors.joining(", "))
            + ") as v (field, before, after)"
            + " where l.file = ? and l.outcome = 'CHANGED' and v.before is distinct from v.after";
    private static final String TAKE =
            "insert into published_line (kind, entity, fiscal_year, code, funding_line, class,"
                    + " title, " + AMOUNTS
                    + ", flags, file, line, taken_at) select ?, entity, fiscal_year, code, funding_line,"
                    + " class, title, " + AMOUNTS + ", flags, file, line, ? from bulk_line where file = ?"
                    + " and outcome in ('ADDED', 'CHANGED')"
                    + " on conflict (kind, entity, fiscal_year, code, funding_line, class) do update set title = excluded.title, "
                    + FileColumn.AMOUNTS.stream()
                            .map(FileColumn::word)
                            .map(name -> name + " = excluded." + name)
                            .collect(Collectors.joining(", "))
                    + ", flags = excluded.flags, file = excluded.file, line = excluded.line, taken_at = excluded.taken_at";
    private static final String COUNT = "select count(*), count(*) filter (where outcome = 'REFUSED'),"
            + " count(*) filter (where outcome <> 'REFUSED' and flags is not null),"
            + " count(*) filter (where outcome = 'ADDED'), count(*) filter (where outcome = 'CHANGED'),"
            + " count(*) filter (where outcome = 'UNCHANGED') from bulk_line where file = ?";

    private final AgroalDataSource database;
    private final Statements statements;
    private final ObjectMapper json;

    StagedLines(AgroalDataSource database, Statements statements, ObjectMapper json) {
        this.database = database;
        this.statements = statements;
        this.json = json;
    }

    /** In what a line differs from what was published before. */
    record Change(
            String field, @Nullable String before, @Nullable String after) {}

    /** @param outcome null while the line is not judged */
    record JudgedLine(
            long number,
            long line,
            @Nullable String outcome,
            List<Notice> breaches,
            List<Notice> flags,
            List<Change> changes) {}

    /** What of the lines is asked for. */
    enum Only {
        ALL(""),
        REFUSED(" and outcome = 'REFUSED'"),
        FLAGGED(" and flags is not null"),
        CHANGED(" and outcome = 'CHANGED'");

        private final String condition;

        Only(String condition) {
            this.condition = condition;
        }
    }

    /** Where the lines of a file come from, one at a time. */
    interface Source {
        boolean hasNext();

        CsvLines.NumberedLine next();

        FileLine read(List<String> fields);
    }

    /** @return how many lines there were */
    long stage(UUID file, Source source) {
        try (var connection = database.getConnection()) {
            var copy = new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY), 1 << 16);
            try {
                var out =
                        CsvWriter.builder().quoteStrategy(QuoteStrategies.EMPTY).build(copy, StandardCharsets.UTF_8);
                long number = 0;
                while (source.hasNext()) {
                    var line = source.next();
                    number++;
                    out.writeRecord(record(file, number, line.number(), source.read(line.fields())));
                }
                out.flush();
                copy.endCopy();
                return number;
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the lines of a file could not be staged", failed);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Says of each line what would become of it. */
    Counts judge(UUID file, FileKind kind) {
        statements.execute("analyze bulk_line");
        statements.execute("set local work_mem = '64MB'");
        statements.execute(JUDGE, file, kind, file);
        statements.execute(COMPARE, kind, file);
        return statements
                .list(
                        COUNT,
                        row -> new Counts(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getLong(6)),
                        file)
                .get(0);
    }

    /** The new and the changed lines take the place of what was published before. */
    void take(UUID file, FileKind kind, Instant now) {
        statements.execute(TAKE, kind, now, file);
    }

    List<JudgedLine> lines(UUID file, long after, Only only, int limit) {
        var found = statements.list(
                "select number, line, outcome, breaches, flags from bulk_line where file = ? and number > ?"
                        + only.condition + " order by number limit ?",
                row -> new JudgedLine(
                        row.getLong(1),
                        row.getLong(2),
                        row.getString(3),
                        notices(row.getString(4)),
                        notices(row.getString(5)),
                        List.of()),
                file,
                after,
                limit);
        if (found.isEmpty()) {
            return found;
        }
        Map<Long, List<Change>> changes = new HashMap<>();
        statements.list(
                "select number, field, before, after from bulk_change where file = ? and number between ? and ?"
                        + " order by number, field",
                row -> changes.computeIfAbsent(row.getLong(1), number -> new ArrayList<>())
                        .add(new Change(row.getString(2), row.getString(3), row.getString(4))),
                file,
                found.get(0).number(),
                found.get(found.size() - 1).number());
        return found.stream()
                .map(line -> new JudgedLine(
                        line.number(),
                        line.line(),
                        line.outcome(),
                        line.breaches(),
                        line.flags(),
                        changes.getOrDefault(line.number(), List.of())))
                .toList();
    }

    private List<@Nullable String> record(UUID file, long number, long place, FileLine line) {
        var fields = new ArrayList<@Nullable String>(20);
        fields.add(file.toString());
        fields.add(Long.toString(number));
        fields.add(Long.toString(place));
        boolean sound = line.sound();
        fields.add(sound ? line.entity() : "");
        fields.add(Integer.toString(sound ? line.fiscalYear() : 0));
        fields.add(sound ? line.code() : "");
        fields.add(sound ? line.line() : "");
        fields.add(sound ? line.spendingClass() : "");
        fields.add(sound ? line.title() : "");
        for (var column : FileColumn.AMOUNTS) {
            var amount = line.amount(column);
            fields.add(amount == null ? null : amount.toString());
        }
        fields.add(sound ? null : text(line.breaches()));
        fields.add(line.flags().isEmpty() ? null : text(line.flags()));
        fields.add(sound ? null : "REFUSED");
        return fields;
    }

    private String text(List<Notice> notices) {
        try {
            return json.writeValueAsString(notices);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not plain data", impossible);
        }
    }

    private List<Notice> notices(@Nullable String text) {
        try {
            return text == null ? List.of() : json.readValue(text, new TypeReference<List<Notice>>() {});
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("a stored notice is not readable", damaged);
        }
    }

    private static String row(String of) {
        return FileColumn.AMOUNTS.stream()
                .map(column -> of + "." + column.word())
                .collect(Collectors.joining(", ", "(" + of + ".title, ", ")"));
    }

    private static String soles(String centimos) {
        return "(" + centimos + " / 100.0)::numeric(20, 2)::text";
    }
}
