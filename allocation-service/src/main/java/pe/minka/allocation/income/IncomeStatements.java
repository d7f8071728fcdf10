package pe.minka.allocation.income;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** All statements of income; the newest of its kind counts. */
@ApplicationScoped
class IncomeStatements {

    private static final String PER_HEAD = """
            with received as (
                select s.entity, sum(l.amount)::bigint as amount
                from (select distinct on (entity) id, entity from income_statement
                      where fiscal_year = ? and basis = 'ACTUAL' order by entity, sequence desc) s
                join income_line l on l.statement = s.id
                join funding_line f on f.line = l.line
                where case when ?::text is null then f.origin = 'TRANSFERRED' else l.line = ? end
                group by s.entity),
            heads as (
                select r.entity, e.name, e.ubigeo, e.population, r.amount,
                       case when e.population > 0 then floor(r.amount / e.population)::bigint end as per_head
                from received r join public_entity e on e.code = r.entity
                where e.ubigeo like ? || '%'),
            mean as (select sum(amount) as amount, sum(population) as population from heads where per_head is not null)
            select entity, name, ubigeo, heads.population, heads.amount, per_head,
                   trunc(mean.amount / mean.population)::bigint as mean
            from heads cross join mean
            where (coalesce(per_head, -1), entity) < (?, ?)
            order by coalesce(per_head, -1) desc, entity desc limit ?
            """;

    private final Statements statements;

    IncomeStatements(Statements statements) {
        this.statements = statements;
    }

    /**
     * What an entity received for each inhabitant.
     *
     * @param population null where nobody told it; then there is no amount for each
     * @param mean of all the entities asked for together
     */
    record PerHead(
            EntityCode entity,
            String name,
            String ubigeo,
            long population,
            Soles amount,
            Optional<Soles> perHead,
            Optional<Soles> mean) {}

    Set<String> knownLines() {
        return new HashSet<>(statements.list("select line from funding_line", row -> row.getString(1)));
    }

    Set<String> ownLines() {
        return new HashSet<>(
                statements.list("select line from funding_line where origin = 'OWN'", row -> row.getString(1)));
    }

    int nextSequence(EntityCode entity, FiscalYear year, Basis basis) {
        statements.alone("income/" + entity + "/" + year + "/" + basis);
        return 1 + newest(entity, year, basis).map(IncomeStatement::sequence).orElse(0);
    }

    void add(IncomeStatement statement, Instant now) {
        statements.execute(
                "insert into income_statement (id, entity, fiscal_year, basis, sequence, source, published_on,"
                        + " recorded_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                statement.id(),
                statement.entity(),
                statement.year(),
                statement.basis(),
                statement.sequence(),
                statement.source(),
                statement.publishedOn(),
                now);
        statement
                .lines()
                .forEach((line, amount) -> statements.execute(
                        "insert into income_line (statement, line, amount) values (?, ?, ?)",
                        statement.id(),
                        line,
                        amount));
    }

    Optional<IncomeStatement> newest(EntityCode entity, FiscalYear year, Basis basis) {
        return statements
                .find(
                        "select id, sequence, source, published_on from income_statement where entity = ? and fiscal_year = ?"
                                + " and basis = ? order by sequence desc limit 1",
                        row -> {
                            var id = row.getObject(1, UUID.class);
                            return new IncomeStatement(
                                    id,
                                    entity,
                                    year,
                                    basis,
                                    row.getInt(2),
                                    row.getString(3),
                                    row.getObject(4, LocalDate.class),
                                    new TreeMap<>());
                        },
                        entity,
                        year,
                        basis)
                .map(this::withLines);
    }

    private IncomeStatement withLines(IncomeStatement statement) {
        statements.list(
                "select line, amount from income_line where statement = ?",
                row -> statement.lines().put(row.getString(1), new Soles(row.getLong(2))),
                statement.id());
        return statement;
    }

    /**
     * Most for each inhabitant first; those of unknown population last.
     *
     * @param line one funding line; null: all that are transferred
     * @param below the amount for each and the entity after which to go on
     */
    List<PerHead> perHead(
            FiscalYear year, @Nullable String line, String territory, long below, String belowEntity, int limit) {
        return statements.list(
                PER_HEAD,
                row -> {
                    long each = row.getLong(6);
                    Optional<Soles> perHead = row.wasNull() ? Optional.empty() : Optional.of(new Soles(each));
                    long mean = row.getLong(7);
                    Optional<Soles> all = row.wasNull() ? Optional.empty() : Optional.of(new Soles(mean));
                    return new PerHead(
                            new EntityCode(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            row.getLong(4),
                            new Soles(row.getLong(5)),
                            perHead,
                            all);
                },
                year,
                line,
                line,
                territory,
                below,
                belowEntity,
                limit);
    }
}
