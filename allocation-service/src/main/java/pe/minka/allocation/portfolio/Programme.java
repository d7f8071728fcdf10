package pe.minka.allocation.portfolio;

import pe.minka.allocation.selection.ProjectOutcome;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which phase of which selected project is paid in which year.
 *
 * @param first year of the horizon
 * @param years how many years the regulation lets agreements programme
 */
record Programme(FiscalYear first, int years, List<Entry> entries) {

    /** What is wrong with a programme; each names the entry or the project concerned. */
    sealed interface Breach {

        /** @param entry position among the entries, from 0 */
        record NotSelected(int entry, UUID proposal) implements Breach {}

        record OutsideHorizon(int entry, FiscalYear year) implements Breach {}

        record EntryRepeated(int entry, UUID proposal) implements Breach {}

        record NothingInEntry(int entry) implements Breach {}

        /** A later phase is paid before an earlier one. */
        record PhasesOutOfOrder(UUID proposal, String title, Phase later, Phase earlier) implements Breach {}

        /** What is programmed would not carry the project out. */
        record BelowCost(UUID proposal, String title, Soles cost, Soles programmed) implements Breach {}

        record AboveCost(UUID proposal, String title, Soles cost, Soles programmed) implements Breach {}

        record Unscheduled(UUID proposal, String title) implements Breach {}
    }

    /** A portfolio that carries out each selected project wholly in the first year. */
    static Programme atOnce(FiscalYear first, int years, List<ProjectOutcome> selected) {
        return new Programme(
                first,
                years,
                selected.stream()
                        .map(project -> new Entry(project.proposal(), first, Phase.WORKS, project.amount()))
                        .toList());
    }

    /** All that is wrong, in the order of the entries and then of the selected projects; empty for a sound programme. */
    List<Breach> breaches(List<ProjectOutcome> selected) {
        var projects = selected.stream().collect(Collectors.toMap(ProjectOutcome::proposal, project -> project));
        var found = new ArrayList<Breach>();
        var seen = new HashSet<Entry>();
        for (int position = 0; position < entries.size(); position++) {
            var entry = entries.get(position);
            if (!projects.containsKey(entry.proposal())) {
                found.add(new Breach.NotSelected(position, entry.proposal()));
            }
            if (entry.year().compareTo(first) < 0 || entry.year().compareTo(last()) > 0) {
                found.add(new Breach.OutsideHorizon(position, entry.year()));
            }
            if (!seen.add(new Entry(entry.proposal(), entry.year(), entry.phase(), Soles.ZERO))) {
                found.add(new Breach.EntryRepeated(position, entry.proposal()));
            }
            if (entry.amount().equals(Soles.ZERO)) {
                found.add(new Breach.NothingInEntry(position));
            }
        }
        selected.forEach(project -> check(project, found));
        return found;
    }

    private void check(ProjectOutcome project, List<Breach> found) {
        var own = entries.stream()
                .filter(entry -> entry.proposal().equals(project.proposal()))
                .toList();
        if (own.isEmpty()) {
            found.add(new Breach.Unscheduled(project.proposal(), project.title()));
            return;
        }
        var programmed = own.stream().map(Entry::amount).reduce(Soles.ZERO, Soles::plus);
        if (project.amount().exceeds(programmed)) {
            found.add(new Breach.BelowCost(project.proposal(), project.title(), project.amount(), programmed));
        }
        if (programmed.exceeds(project.amount())) {
            found.add(new Breach.AboveCost(project.proposal(), project.title(), project.amount(), programmed));
        }
        var byPhase = new ArrayList<>(own);
        byPhase.sort(Comparator.comparing(Entry::phase).thenComparing(Entry::year));
        for (int i = 1; i < byPhase.size(); i++) {
            var earlier = byPhase.get(i - 1);
            var later = byPhase.get(i);
            if (earlier.year().compareTo(later.year()) > 0 && earlier.phase() != later.phase()) {
                found.add(new Breach.PhasesOutOfOrder(
                        project.proposal(), project.title(), later.phase(), earlier.phase()));
                return;
            }
        }
    }

    /** A portfolio is laid down anew at least once a year; on its anniversary it still stands. */
    static boolean isStale(LocalDate madeOn, LocalDate on) {
        return on.isAfter(madeOn.plusYears(1));
    }

    FiscalYear last() {
        return first.plus(years - 1);
    }

    List<FiscalYear> horizon() {
        return java.util.stream.IntStream.range(0, years).mapToObj(first::plus).toList();
    }

    /** What all projects need in each year of the horizon. */
    Map<FiscalYear, Soles> byYear() {
        var sums = new HashMap<FiscalYear, Soles>();
        horizon().forEach(year -> sums.put(year, Soles.ZERO));
        entries.forEach(entry -> sums.merge(entry.year(), entry.amount(), Soles::plus));
        return sums;
    }
}
