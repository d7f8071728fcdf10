package pe.minka.allocation.selection;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.rules.Ballots;
import pe.minka.rules.Election;
import pe.minka.rules.Selection;
import pe.minka.rules.pabulib.PabulibException;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Counts the stored input of a selection again with other money. Nothing is written. */
@ApplicationScoped
class Recounts {

    private final Selections selections;
    private final Documents documents;

    Recounts(Selections selections, Documents documents) {
        this.selections = selections;
        this.documents = documents;
    }

    /**
     * What a count with another budget selects.
     *
     * @param added selected now and not before
     * @param dropped selected before and not now
     */
    record Recount(Soles budget, Soles cost, List<ProjectOutcome> selected, List<UUID> added, List<UUID> dropped) {}

    /** The whole selection as if the budget had been this. */
    Recount withBudget(UUID selectionId, Soles budget) {
        var row = selections.require(selectionId);
        var made = selections.made(row);
        var method = documents.read(row.rule, Method.class);
        var input = InputFile.fromBallots(row.input, budget);
        var count = count(input, method, new SelectionLimits(row.limits));
        var winners = List.copyOf(count.selection().winners());
        var before = made.selected().stream().map(ProjectOutcome::proposal).toList();
        var all = new ArrayList<>(made.selected());
        all.addAll(made.notSelected());
        all.sort(Comparator.comparing(ProjectOutcome::rank));
        var selected = all.stream()
                .filter(project -> winners.contains(project.proposal().toString()))
                .toList();
        var now = selected.stream().map(ProjectOutcome::proposal).toList();
        return new Recount(
                budget,
                selected.stream().map(ProjectOutcome::amount).reduce(Soles.ZERO, Soles::plus),
                selected,
                now.stream().filter(id -> !before.contains(id)).toList(),
                before.stream().filter(id -> !now.contains(id)).toList());
    }

    /**
     * What comes next where more money arrives: what is selected stays, and the others are counted among themselves with
     * what was left over and what came.
     */
    List<ProjectOutcome> next(UUID selectionId, Soles extra) {
        var row = selections.require(selectionId);
        var made = selections.made(row);
        var method = documents.read(row.rule, Method.class);
        if (row.limits != null) {
            throw Problem.conflict("extension-under-limits").toException();
        }
        var left = row.budget.minus(row.cost).plus(extra);
        var rest = without(
                read(InputFile.fromBallots(row.input, left)),
                made.selected().stream()
                        .map(project -> project.proposal().toString())
                        .collect(Collectors.toSet()));
        var selection = method.asRule().select(rest);
        return made.notSelected().stream()
                .map(project -> again(project, selection, rest, method))
                .toList();
    }

    private static ProjectOutcome again(ProjectOutcome project, Selection selection, Election election, Method method) {
        var position = election.positions().get(project.proposal().toString());
        if (position == null) {
            return project;
        }
        var verdict = selection.verdicts().get(position);
        var missing = verdict instanceof pe.minka.rules.Verdict.NotSelected not
                ? Soles.of(election.denomination()
                        .decimal(not.missing())
                        .setScale(2)
                        .toPlainString())
                : Soles.ZERO;
        return new ProjectOutcome(
                project.proposal(),
                project.title(),
                project.amount(),
                project.votes(),
                project.rank(),
                project.objective(),
                project.zone(),
                project.uniqueInvestmentCode(),
                project.origin(),
                method.ranksByPoints()
                        ? Reasons.ofPoints(verdict, project.votes(), project.rank(), missing)
                        : Reasons.of(verdict, project.rank(), missing),
                project.reserve(),
                missing.equals(Soles.ZERO) ? null : missing);
    }

    private static Election without(Election election, java.util.Set<String> taken) {
        var kept = IntStream.range(0, election.projects().size())
                .filter(position ->
                        !taken.contains(election.projects().get(position).id()))
                .toArray();
        var moved = new int[election.projects().size()];
        java.util.Arrays.fill(moved, -1);
        for (int place = 0; place < kept.length; place++) {
            moved[kept[place]] = place;
        }
        var ballots = election.ballots();
        var box = Ballots.of(ballots.type());
        box.pointDecimals(ballots.pointDecimals());
        for (int group = 0; group < ballots.groups(); group++) {
            var entries = IntStream.range(ballots.start(group), ballots.start(group + 1))
                    .filter(entry -> moved[ballots.project(entry)] >= 0)
                    .toArray();
            var named = IntStream.of(entries)
                    .map(entry -> moved[ballots.project(entry)])
                    .toArray();
            var points = ballots.hasPoints()
                    ? IntStream.of(entries).mapToLong(ballots::points).toArray()
                    : null;
            box.add(ballots.weight(group), named, points, named.length);
        }
        return new Election(
                election.denomination(),
                election.budget(),
                IntStream.of(kept).mapToObj(election.projects()::get).toList(),
                box.build());
    }

    private static Count count(String input, Method method, SelectionLimits limits) {
        try {
            return Count.of(input, method, limits);
        } catch (PabulibException damaged) {
            throw new IllegalStateException("a stored input file cannot be read", damaged);
        }
    }

    private static Election read(String input) {
        try {
            return Count.read(input).election();
        } catch (PabulibException damaged) {
            throw new IllegalStateException("a stored input file cannot be read", damaged);
        }
    }
}
