package pe.minka.allocation.budget;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.budget.Bill.StepRule;
import pe.minka.allocation.budget.Split.Line;
import pe.minka.allocation.budget.Split.SpendingClass;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The budgets of all processes. */
@ApplicationScoped
class Budgets {

    private final Statements statements;

    Budgets(Statements statements) {
        this.statements = statements;
    }

    record Budget(
            UUID id, ProcessId process, EntityCode entity, FiscalYear year, List<Text> texts, List<Taken> steps) {}

    /** @param reason absent for the proposal */
    record Text(
            int sequence,
            String by,
            String act,
            LocalDate decidedOn,
            @Nullable String reason,
            List<Line> lines) {}

    record Taken(String step, String number, LocalDate decidedOn) {}

    Budget require(UUID budget) {
        return statements
                .find(
                        "select process, entity, fiscal_year from budget where id = ?",
                        row -> new Budget(
                                budget,
                                new ProcessId(row.getObject(1, UUID.class)),
                                new EntityCode(row.getString(2)),
                                new FiscalYear(row.getInt(3)),
                                List.of(),
                                List.of()),
                        budget)
                .map(found ->
                        new Budget(budget, found.process(), found.entity(), found.year(), texts(budget), steps(budget)))
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction moves it on until this one ends. */
    Budget requireAlone(UUID budget) {
        statements.list("select id from budget where id = ? for update", row -> true, budget);
        return require(budget);
    }

    List<Budget> of(ProcessId process) {
        return statements
                .list(
                        "select id from budget where process = ? order by fiscal_year",
                        row -> row.getObject(1, UUID.class),
                        process)
                .stream()
                .map(this::require)
                .toList();
    }

    /** The steps in their order with the days by which they are due for the budget of a year. */
    List<StepRule> order(FiscalYear year) {
        return statements.list(
                "select step, due_month, due_day, law from budget_step_rule order by ordinal",
                row -> new StepRule(
                        row.getString(1),
                        row.getObject(2) == null ? null : LocalDate.of(year.value() - 1, row.getInt(2), row.getInt(3)),
                        row.getString(4)));
    }

    Set<String> knownLines() {
        return new HashSet<>(statements.list("select line from funding_line", row -> row.getString(1)));
    }

    /** @return whether there was none of that process and year */
    boolean add(UUID id, ProcessId process, EntityCode entity, FiscalYear year, Instant now) {
        return statements.execute(
                        "insert into budget (id, process, entity, fiscal_year, recorded_at) values (?, ?, ?, ?, ?)"
                                + " on conflict on constraint budget_once do nothing",
                        id,
                        process,
                        entity,
                        year,
                        now)
                == 1;
    }

    void add(UUID budget, Text text, Instant now) {
        statements.execute(
                "insert into budget_text (budget, sequence, by, act, decided_on, reason, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                budget,
                text.sequence(),
                text.by(),
                text.act(),
                text.decidedOn(),
                text.reason(),
                now);
        text.lines()
                .forEach(line -> statements.execute(
                        "insert into budget_line (budget, sequence, line, class, amount) values (?, ?, ?, ?, ?)",
                        budget,
                        text.sequence(),
                        line.line(),
                        line.spendingClass(),
                        line.amount()));
    }

    void take(UUID budget, Taken step, Instant now) {
        statements.execute(
                "insert into budget_step (budget, step, number, decided_on, recorded_at) values (?, ?, ?, ?, ?)",
                budget,
                step.step(),
                step.number(),
                step.decidedOn(),
                now);
    }

    private List<Text> texts(UUID budget) {
        return statements
                .list(
                        "select sequence, by, act, decided_on, reason from budget_text where budget = ? order by sequence",
                        row -> new Text(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(3),
                                row.getObject(4, LocalDate.class),
                                row.getString(5),
                                List.of()),
                        budget)
                .stream()
                .map(text -> new Text(
                        text.sequence(),
                        text.by(),
                        text.act(),
                        text.decidedOn(),
                        text.reason(),
                        lines(budget, text.sequence())))
                .toList();
    }

    private List<Line> lines(UUID budget, int sequence) {
        return statements.list(
                "select line, class, amount from budget_line where budget = ? and sequence = ? order by line, class",
                row -> new Line(row.getString(1), SpendingClass.valueOf(row.getString(2)), new Soles(row.getLong(3))),
                budget,
                sequence);
    }

    private List<Taken> steps(UUID budget) {
        return statements.list(
                "select s.step, s.number, s.decided_on from budget_step s join budget_step_rule r on r.step = s.step"
                        + " where s.budget = ? order by r.ordinal",
                row -> new Taken(row.getString(1), row.getString(2), row.getObject(3, LocalDate.class)),
                budget);
    }
}
