package pe.minka.allocation.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.budget.Bill.Outcome;
import pe.minka.allocation.budget.Budgets.Budget;
import pe.minka.allocation.budget.Budgets.Taken;
import pe.minka.allocation.budget.Budgets.Text;
import pe.minka.allocation.budget.Split.Line;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A budget is proposed, amended, and taken a step further. */
@ApplicationScoped
class MoveBudget {

    private final Processes processes;
    private final Budgets budgets;
    private final Caller caller;
    private final Clock clock;

    MoveBudget(Processes processes, Budgets budgets, Caller caller, Clock clock) {
        this.processes = processes;
        this.budgets = budgets;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param by who decided the text: the mayor, the council, a committee */
    record Draft(
            String by,
            String act,
            LocalDate decidedOn,
            @Nullable String reason,
            List<Line> lines) {}

    @Transactional
    Budget propose(ProcessId process, FiscalYear year, Draft draft) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        if (draft.decidedOn().getYear() >= year.value()) {
            throw Problem.unprocessable("budget-year-begun")
                    .with("fiscalYear", year)
                    .toException();
        }
        judge(draft.lines(), called.regulation());
        var id = UUID.randomUUID();
        if (!budgets.add(id, process, called.entity(), year, clock.instant())) {
            throw Problem.conflict("budget-already-proposed")
                    .with("fiscalYear", year)
                    .toException();
        }
        budgets.add(id, text(1, draft), clock.instant());
        return budgets.require(id);
    }

    @Transactional
    Budget amend(UUID id, Draft draft) {
        var budget = budgets.requireAlone(id);
        caller.mustActFor(budget.entity());
        admit(bill(budget).amend(draft.decidedOn()), "AMENDED");
        judge(draft.lines(), processes.require(budget.process()).regulation());
        budgets.add(id, text(budget.texts().size() + 1, draft), clock.instant());
        return budgets.require(id);
    }

    @Transactional
    Budget take(UUID id, String step, String number, LocalDate decidedOn) {
        var budget = budgets.requireAlone(id);
        caller.mustActFor(budget.entity());
        admit(bill(budget).take(step, decidedOn), step);
        budgets.take(id, new Taken(step, number, decidedOn), clock.instant());
        return budgets.require(id);
    }

    Bill bill(Budget budget) {
        return new Bill(
                budget.year(),
                budget.texts().stream()
                        .map(text -> new Bill.Text(text.sequence(), text.decidedOn()))
                        .toList(),
                budget.steps().stream()
                        .map(step -> new Bill.Step(step.step(), step.decidedOn()))
                        .toList(),
                budgets.order(budget.year()));
    }

    private static Text text(int sequence, Draft draft) {
        return new Text(sequence, draft.by(), draft.act(), draft.decidedOn(), draft.reason(), draft.lines());
    }

    private void judge(List<Line> lines, Regulation regulation) {
        refuseWrongLines(lines, budgets.knownLines());
        var split = Split.of(lines)
                .orElseThrow(() -> Problem.unprocessable("no-money").toException());
        split.breaches(regulation.currentExpenditure()).ifPresent(over -> {
            throw Problem.unprocessable("current-over-ceiling")
                    .with("maximum", over.maximum())
                    .with("most", over.most())
                    .with("current", over.current())
                    .with("law", over.law())
                    .toException();
        });
    }

    private static void refuseWrongLines(List<Line> lines, Set<String> known) {
        var seen = new HashSet<String>();
        for (int position = 0; position < lines.size(); position++) {
            var line = lines.get(position);
            var pointer = "/lines/" + position + "/line";
            if (!known.contains(line.line())) {
                throw Problem.unprocessable("unknown-funding-line")
                        .with("line", line.line())
                        .error(pointer, "unknown-funding-line", "line", line.line())
                        .toException();
            }
            if (!seen.add(line.line() + line.spendingClass())) {
                throw Problem.unprocessable("repeated-funding-line")
                        .with("line", line.line())
                        .error(pointer, "repeated-funding-line", "line", line.line())
                        .toException();
            }
            if (line.amount().centimos() == 0) {
                throw Problem.unprocessable("line-amount-missing")
                        .with("line", line.line())
                        .error("/lines/" + position + "/amount", "line-amount-missing", "line", line.line())
                        .toException();
            }
        }
    }

    private static void admit(Outcome outcome, String step) {
        if (outcome instanceof Outcome.OutOfOrder order) {
            throw Problem.conflict("budget-step-out-of-order")
                    .with("step", step)
                    .with("missing", order.missing())
                    .toException();
        }
        if (outcome instanceof Outcome.AlreadyTaken) {
            throw Problem.conflict("budget-step-already-taken")
                    .with("step", step)
                    .toException();
        }
        if (outcome instanceof Outcome.DatedBefore before) {
            throw Problem.unprocessable("budget-step-dated-before")
                    .with("earliest", before.earliest())
                    .toException();
        }
        if (outcome instanceof Outcome.Closed closed) {
            throw Problem.conflict("budget-closed")
                    .with("state", closed.state())
                    .toException();
        }
    }
}
