package pe.minka.transparency.finding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.persistence.Statements;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** All findings with their answers. */
@ApplicationScoped
public class Findings {

    private static final Pattern LONG_NUMBER = Pattern.compile("-?(\\d{5,}|\\d{4,}\\.\\d+)");

    private static final String SELECT =
            "select finding, process, entity, kind, severity, subject, details, law, state, holds, raised_at, closed_at, version from finding ";

    private final Statements database;
    private final FindingRules rules;
    private final ObjectMapper json;

    Findings(Statements database, FindingRules rules, ObjectMapper json) {
        this.database = database;
        this.rules = rules;
        this.json = json;
    }

    /** @param figures as they are shown, by name; {@code title} is the name of the thing */
    record Details(String title, Map<String, String> figures) {}

    Optional<Finding> find(UUID finding) {
        return database.find(SELECT + "where finding = ?", this::read, finding);
    }

    /** Held until the end of the transaction, so that two changes do not pass each other. */
    Optional<Finding> lock(UUID finding) {
        return database.find(SELECT + "where finding = ? for update", this::read, finding);
    }

    /** In the order in which they were raised. */
    public List<Finding> of(ProcessId process) {
        return database.list(SELECT + "where process = ? order by raised_at, finding", this::read, process.value());
    }

    List<Finding> list(@Nullable ProcessId process, @Nullable EntityCode entity, @Nullable UUID after, int limit) {
        return database.list(
                SELECT + "where (?::uuid is null or process = ?) and (?::text is null or entity = ?)"
                        + " and (?::uuid is null or finding > ?) order by finding limit ?",
                this::read,
                process == null ? null : process.value(),
                process == null ? null : process.value(),
                entity == null ? null : entity.value(),
                entity == null ? null : entity.value(),
                after,
                after,
                limit);
    }

    /** Once a kind and subject: false where it was raised before. */
    boolean add(Finding finding, Details details) {
        return database.execute(
                        "insert into finding (finding, process, entity, kind, severity, subject, details, law, raised_at)"
                                + " values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (process, kind, subject) do nothing",
                        finding.finding(),
                        finding.process().value(),
                        finding.entity().value(),
                        finding.kind(),
                        finding.severity().name(),
                        finding.subject(),
                        write(details),
                        finding.law(),
                        finding.raisedAt())
                > 0;
    }

    void holds(UUID finding, boolean holds, Details details) {
        database.execute(
                "update finding set holds = ?, details = ?::jsonb, version = version + 1 where finding = ?",
                holds,
                write(details),
                finding);
    }

    void answer(UUID finding, Finding.Answer answer) {
        database.execute(
                "insert into finding_answer (answer, finding, office, text, document, answered_at) values (?, ?, ?, ?, ?, ?)",
                answer.answer(),
                finding,
                answer.office(),
                answer.text(),
                answer.document(),
                answer.answeredAt());
        database.execute(
                "update finding set state = 'ANSWERED', version = version + 1 where finding = ? and state <> 'CLOSED'",
                finding);
    }

    void close(UUID finding, Instant closedAt) {
        database.execute(
                "update finding set state = 'CLOSED', closed_at = ?, version = version + 1 where finding = ?",
                closedAt,
                finding);
    }

    private Finding read(ResultSet row) throws SQLException {
        var id = row.getObject("finding", UUID.class);
        var kind = row.getString("kind");
        var details = details(row.getString("details"));
        var rule = rules.find(kind);
        var closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Finding(
                id,
                new ProcessId(row.getObject("process", UUID.class)),
                new EntityCode(row.getString("entity")),
                kind,
                Severity.valueOf(row.getString("severity")),
                row.getString("subject"),
                rule.map(FindingRule::title).orElse(Map.of()),
                rule.map(known -> explain(known, details)).orElse(Map.of()),
                details.figures(),
                row.getString("law"),
                Finding.State.valueOf(row.getString("state")),
                row.getBoolean("holds"),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                answersTo(id),
                row.getLong("version"));
    }

    private List<Finding.Answer> answersTo(UUID finding) {
        return database.list(
                "select answer, office, text, document, answered_at from finding_answer where finding = ? order by answered_at, answer",
                row -> new Finding.Answer(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                finding);
    }

    /** The rule's words with the figures and the name of the thing put in. */
    static Map<String, String> explain(FindingRule rule, Details details) {
        var explained = new LinkedHashMap<String, String>();
        rule.text().forEach((language, text) -> {
            String filled = text;
            for (var figure : details.figures().entrySet()) {
                filled = filled.replace("{" + figure.getKey() + "}", readable(figure.getValue()));
            }
            explained.put(language, filled.replace("{title}", details.title()));
        });
        return explained;
    }

    /** Thousands apart, as in Peru: 1,250,000.00. Four digits without centimos may be a year and stay as they are. */
    static String readable(String figure) {
        if (!LONG_NUMBER.matcher(figure).matches()) {
            return figure;
        }
        var number = new BigDecimal(figure);
        return String.format(Locale.ROOT, "%,." + number.scale() + "f", number);
    }

    private String write(Details details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("not writable: " + details, impossible);
        }
    }

    private Details details(String body) {
        try {
            return json.readValue(body, new TypeReference<>() {});
        } catch (JsonProcessingException changed) {
            throw new IllegalStateException("the details of a finding are not readable", changed);
        }
    }
}
