package pe.minka.allocation.programme;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.programme.Consistency.Investment;
import pe.minka.allocation.programme.TargetReport.Target;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.persistence.Statements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What imported files say of the investments of entities, and what entities report on them. */
@ApplicationScoped
class PublishedLines {

    private static final String BY_INVESTMENT = """
            with programme as (
                select entity, code, max(title) as title, sum(programmed)::bigint as amount from published_line
                where kind = 'INVESTMENT_PROGRAMME' and fiscal_year = ? group by entity, code),
            budget as (
                select entity, code, max(title) as title, sum(pia)::bigint as amount from published_line
                where kind = 'BUDGET_LINES' and class = 'INVESTMENT' and fiscal_year = ? group by entity, code)
            """;
    private static final String INVESTMENTS = BY_INVESTMENT + """
            select coalesce(p.code, b.code), coalesce(nullif(p.title, ''), b.title, ''), p.amount, b.amount
            from (select * from programme where entity = ?) p
            full join (select * from budget where entity = ?) b on b.code = p.code order by 1
            """;
    private static final String NATION = BY_INVESTMENT + """
            , told as (
                select coalesce(p.entity, b.entity) as entity, count(p.code) as programmed, count(b.code) as budgeted,
                       count(*) filter (where p.code is null or b.code is null) as gaps
                from programme p full join budget b on b.entity = p.entity and b.code = p.code group by 1)
            select count(*), count(*) filter (where t.programmed > 0 and t.budgeted > 0 and t.gaps = 0),
                   count(*) filter (where t.programmed > 0 and t.budgeted > 0 and t.gaps > 0)
            from public_entity e left join told t on t.entity = e.code where e.kind like '%MUNICIPALITY'
            """;
    private static final String TARGETS = """
            with executed as (
                select code, max(title) as title, sum(accrued)::bigint as amount from published_line
                where kind = 'EXECUTION' and fiscal_year = ? and entity = ? and code <> '' group by code),
            programme as (
                select code, max(title) as title, sum(programmed)::bigint as amount from published_line
                where kind = 'INVESTMENT_PROGRAMME' and fiscal_year = ? and entity = ? group by code)
            select p.code, coalesce(nullif(p.title, ''), e.title, ''), p.amount, coalesce(e.amount, 0)
            from programme p left join executed e on e.code = p.code order by 1
            """;

    private final Statements statements;
    private final Documents documents;

    PublishedLines(Statements statements, Documents documents) {
        this.statements = statements;
        this.documents = documents;
    }

    /** @param consistent and gaps of those that told both; the others told one or nothing */
    record Nation(long municipalities, long consistent, long gaps) {}

    Consistency consistency(EntityCode entity, FiscalYear year) {
        var investments = statements.list(
                INVESTMENTS,
                row -> new Investment(row.getString(1), row.getString(2), soles(row, 3), soles(row, 4)),
                year,
                year,
                entity,
                entity);
        return new Consistency(investments, deadline(year).orElse(null));
    }

    Nation nation(FiscalYear year) {
        return statements
                .list(NATION, row -> new Nation(row.getLong(1), row.getLong(2), row.getLong(3)), year, year)
                .get(0);
    }

    Optional<LocalDate> deadline(FiscalYear year) {
        return statements.find(
                "select due_on from consistency_deadline where fiscal_year = ?",
                row -> row.getObject(1, LocalDate.class),
                year);
    }

    void setDeadline(FiscalYear year, LocalDate dueOn, String law) {
        statements.execute(
                "insert into consistency_deadline (fiscal_year, due_on, law) values (?, ?, ?)"
                        + " on conflict (fiscal_year) do update set due_on = excluded.due_on, law = excluded.law",
                year,
                dueOn,
                law);
    }

    /** With the reasons of the newest report that was published. */
    TargetReport targets(EntityCode entity, FiscalYear year) {
        var computed = new TargetReport(statements.list(
                TARGETS,
                row -> new Target(
                        row.getString(1), row.getString(2), new Soles(row.getLong(3)), new Soles(row.getLong(4)), null),
                year,
                entity,
                year,
                entity));
        var reasons = new HashMap<String, String>();
        newest(entity, year).forEach(target -> {
            if (target.reason() != null) {
                reasons.put(target.code(), target.reason());
            }
        });
        return computed.with(reasons);
    }

    private List<Target> newest(EntityCode entity, FiscalYear year) {
        return statements
                .find(
                        "select document from target_report where entity = ? and fiscal_year = ?"
                                + " order by sequence desc limit 1",
                        row -> documents.read(row.getString(1), new TypeReference<List<Target>>() {}),
                        entity,
                        year)
                .orElse(List.of());
    }

    int publish(EntityCode entity, FiscalYear year, TargetReport report, Instant now) {
        statements.alone("target-report/" + entity + "/" + year);
        int sequence = statements
                .list(
                        "select coalesce(max(sequence), 0) + 1 from target_report where entity = ? and fiscal_year = ?",
                        row -> row.getInt(1),
                        entity,
                        year)
                .get(0);
        statements.execute(
                "insert into target_report (id, entity, fiscal_year, sequence, document, published_at)"
                        + " values (?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                entity,
                year,
                sequence,
                documents.write(report.targets()),
                now);
        return sequence;
    }

    private static @Nullable Soles soles(ResultSet row, int column) throws SQLException {
        var centimos = row.getObject(column, Long.class);
        return centimos == null ? null : new Soles(centimos);
    }
}
