package pe.minka.allocation.income;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** An entity states what it expects or what it received. */
@ApplicationScoped
class StateIncome {

    private final IncomeStatements incomes;
    private final Caller caller;
    private final Clock clock;

    StateIncome(IncomeStatements incomes, Caller caller, Clock clock) {
        this.incomes = incomes;
        this.caller = caller;
        this.clock = clock;
    }

    record Line(String line, Soles amount) {}

    @Transactional
    IncomeStatement state(
            EntityCode entity, FiscalYear year, Basis basis, String source, LocalDate publishedOn, List<Line> lines) {
        caller.mustActFor(entity);
        var known = incomes.knownLines();
        var amounts = new TreeMap<String, Soles>();
        for (int position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            var pointer = "/lines/" + position + "/line";
            if (!known.contains(line.line())) {
                throw Problem.unprocessable("unknown-funding-line")
                        .with("line", line.line())
                        .error(pointer, "unknown-funding-line", "line", line.line())
                        .toException();
            }
            if (amounts.put(line.line(), line.amount()) != null) {
                throw Problem.unprocessable("repeated-funding-line")
                        .with("line", line.line())
                        .error(pointer, "repeated-funding-line", "line", line.line())
                        .toException();
            }
        }
        var statement = new IncomeStatement(
                UUID.randomUUID(),
                entity,
                year,
                basis,
                incomes.nextSequence(entity, year, basis),
                source,
                publishedOn,
                amounts);
        incomes.add(statement, clock.instant());
        return statement;
    }
}
