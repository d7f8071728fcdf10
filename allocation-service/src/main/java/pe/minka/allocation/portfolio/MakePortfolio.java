package pe.minka.allocation.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.portfolio.PortfolioRow.EntryColumns;
import pe.minka.allocation.portfolio.Programme.Breach;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.selection.MadeSelection;
import pe.minka.allocation.selection.ProjectOutcome;
import pe.minka.allocation.selection.Selections;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A budget officer programmes the selected projects over the years of the horizon. */
@ApplicationScoped
class MakePortfolio {

    private final Processes processes;
    private final Selections selections;
    private final Portfolios portfolios;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    MakePortfolio(
            Processes processes,
            Selections selections,
            Portfolios portfolios,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.selections = selections;
        this.portfolios = portfolios;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param entries absent: each project wholly in the first year */
    @Transactional
    PortfolioRow make(ProcessId process, UUID selection, @Nullable List<Entry> entries, @Nullable LocalDate madeOn) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        var made = selections.requireOf(process, selection);
        int years = called.regulation().horizonYears();
        var programme = entries == null
                ? Programme.atOnce(called.fiscalYear(), years, made.selected())
                : new Programme(called.fiscalYear(), years, entries);
        refuse(programme.breaches(made.selected()), programme, called);
        var row = row(called, made, programme);
        row.madeOn = Objects.requireNonNullElseGet(madeOn, () -> LocalDate.ofInstant(row.madeAt, ZoneOffset.UTC));
        portfolios.persist(row);
        outbox.append(new PortfolioMade(
                process,
                called.entity(),
                row.id,
                selection,
                programme.horizon(),
                row.entries.stream()
                        .map(entry -> new PortfolioMade.Entry(
                                entry.proposal, entry.title, entry.objective, entry.year, entry.phase, entry.amount))
                        .toList()));
        return row;
    }

    private PortfolioRow row(CalledProcess called, MadeSelection made, Programme programme) {
        var projects = made.selected().stream().collect(Collectors.toMap(ProjectOutcome::proposal, project -> project));
        var row = new PortfolioRow();
        row.id = UUID.randomUUID();
        row.process = called.id();
        row.entity = called.entity();
        row.selection = made.id();
        row.firstYear = programme.first();
        row.years = programme.years();
        row.madeAt = clock.instant();
        for (var entry : programme.entries()) {
            var project = Objects.requireNonNull(projects.get(entry.proposal()));
            var columns = new EntryColumns();
            columns.proposal = entry.proposal();
            columns.year = entry.year();
            columns.phase = entry.phase();
            columns.amount = entry.amount();
            columns.title = project.title();
            columns.objective = project.objective();
            row.entries.add(columns);
        }
        return row;
    }

    private static void refuse(List<Breach> breaches, Programme programme, CalledProcess called) {
        if (breaches.isEmpty()) {
            return;
        }
        var problem = Problem.unprocessable("portfolio-unsound")
                .with("from", programme.first())
                .with("until", programme.last())
                .with("law", called.regulation().horizonLaw());
        breaches.forEach(breach -> add(problem, breach, programme, called));
        throw problem.toException();
    }

    private static void add(Problem problem, Breach breach, Programme programme, CalledProcess called) {
        if (breach instanceof Breach.NotSelected not) {
            problem.error(entry(not.entry(), "proposal"), "project-not-selected", "proposal", not.proposal());
        } else if (breach instanceof Breach.OutsideHorizon outside) {
            problem.error(
                    entry(outside.entry(), "year"),
                    "year-outside-horizon",
                    "year",
                    outside.year(),
                    "from",
                    programme.first(),
                    "until",
                    programme.last(),
                    "law",
                    called.regulation().horizonLaw());
        } else if (breach instanceof Breach.EntryRepeated repeated) {
            problem.error(entry(repeated.entry(), "phase"), "entry-repeated", "proposal", repeated.proposal());
        } else if (breach instanceof Breach.NothingInEntry nothing) {
            problem.error(entry(nothing.entry(), "amount"), "nothing-in-entry");
        } else if (breach instanceof Breach.PhasesOutOfOrder order) {
            problem.error(
                    "/entries",
                    "phases-out-of-order",
                    "proposal",
                    order.proposal(),
                    "title",
                    order.title(),
                    "later",
                    order.later(),
                    "earlier",
                    order.earlier());
        } else if (breach instanceof Breach.BelowCost below) {
            problem.error(
                    "/entries",
                    "allocation-below-cost",
                    "proposal",
                    below.proposal(),
                    "title",
                    below.title(),
                    "cost",
                    below.cost(),
                    "programmed",
                    below.programmed());
        } else if (breach instanceof Breach.AboveCost above) {
            problem.error(
                    "/entries",
                    "allocation-above-cost",
                    "proposal",
                    above.proposal(),
                    "title",
                    above.title(),
                    "cost",
                    above.cost(),
                    "programmed",
                    above.programmed());
        } else if (breach instanceof Breach.Unscheduled unscheduled) {
            problem.error(
                    "/entries",
                    "project-without-schedule",
                    "proposal",
                    unscheduled.proposal(),
                    "title",
                    unscheduled.title());
        }
    }

    private static String entry(int position, String member) {
        return "/entries/" + position + "/" + member;
    }
}
