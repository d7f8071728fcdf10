package pe.minka.transparency.agreement;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.transparency.agreement.Agreement.State;
import pe.minka.transparency.agreement.Agreement.Stop;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned;
import pe.minka.transparency.fact.AllocationFact.AgreementsActSigned.Agreed;
import pe.minka.transparency.fact.AllocationFact.ApprovalRecorded;
import pe.minka.transparency.fact.AllocationFact.ModificationRecorded;
import pe.minka.transparency.fact.ExecutionFact.AccountsSettled;
import pe.minka.transparency.fact.ExecutionFact.ContributionDelivered;
import pe.minka.transparency.fact.ExecutionFact.ProgressReported;
import pe.minka.transparency.fact.ExecutionFact.ProjectClosed;
import pe.minka.transparency.fact.ExecutionFact.ProjectOpened;
import pe.minka.transparency.fact.ExecutionFact.WorksResumed;
import pe.minka.transparency.fact.ExecutionFact.WorksStarted;
import pe.minka.transparency.fact.ExecutionFact.WorksSuspended;
import pe.minka.transparency.fact.FactSet;
import pe.minka.transparency.measure.Share;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All agreements of a process, folded from what allocation and execution told. */
public final class Agreements {

    private final FactSet facts;
    private final Spending spending;
    private final Map<UUID, List<ProjectOpened>> projects;
    private final Set<UUID> approvedActs;

    private Agreements(FactSet facts) {
        this.facts = facts;
        this.spending = Spending.of(facts);
        this.projects = facts.all(ProjectOpened.class).stream()
                .filter(project -> project.agreement() != null)
                .collect(Collectors.groupingBy(project -> Objects.requireNonNull(project.agreement())));
        this.approvedActs = facts.all(ApprovalRecorded.class).stream()
                .filter(ApprovalRecorded::complete)
                .map(ApprovalRecorded::act)
                .collect(Collectors.toSet());
    }

    /** With the most votes first; an agreement that two acts name stands as the later one has it. */
    public static List<Agreement> of(FactSet facts) {
        var agreements = new Agreements(facts);
        Map<UUID, Agreement> byId = new LinkedHashMap<>();
        for (AgreementsActSigned act : facts.all(AgreementsActSigned.class)) {
            act.agreements().forEach(agreed -> byId.put(agreed.agreement(), agreements.standing(act, agreed)));
        }
        return byId.values().stream()
                .sorted(Comparator.comparing(
                                (Agreement agreement) -> agreement.votes() == null ? -1 : agreement.votes())
                        .reversed()
                        .thenComparing(Agreement::title)
                        .thenComparing(Agreement::agreement))
                .toList();
    }

    private Agreement standing(AgreementsActSigned act, Agreed agreed) {
        var works = projects.getOrDefault(agreed.agreement(), List.of()).stream()
                .map(ProjectOpened::project)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        var changes = changesOf(agreed.agreement());
        var agreedNow = changes.isEmpty()
                ? agreed.amount()
                : changes.get(changes.size() - 1).after();
        var spent = spending.on(agreed.agreement());
        var progress = lastProgress(works);
        var started = of(works, WorksStarted.class, WorksStarted::project);
        var stops = stops(works);
        var settled = of(works, AccountsSettled.class, AccountsSettled::project);
        var closed = of(works, ProjectClosed.class, ProjectClosed::project);
        return new Agreement(
                agreed.agreement(),
                act.act(),
                agreed.proposal(),
                agreed.title(),
                agreed.votes(),
                agreed.amount(),
                agreedNow,
                spent,
                Share.percent(BigDecimal.valueOf(spent.centimos()), BigDecimal.valueOf(agreedNow.centimos())),
                contributed(works),
                progress == null ? null : progress.physicalPercent(),
                progress == null ? null : progress.periodEnd(),
                state(act.act(), works, started, stops, settled, closed),
                agreed.objective(),
                agreed.zone(),
                agreed.uniqueInvestmentCode(),
                agreed.schedule() == null
                        ? List.of()
                        : agreed.schedule().stream()
                                .map(year -> new Agreement.Year(year.year(), year.amount()))
                                .toList(),
                changes,
                List.copyOf(works),
                earliest(started, WorksStarted::startedOn),
                latest(started, WorksStarted::plannedEnd),
                stops,
                settled.size() < works.size() ? null : latest(settled, AccountsSettled::settledOn),
                closed.size() < works.size() ? null : latest(closed, ProjectClosed::closedOn));
    }

    private State state(
            UUID act,
            Set<UUID> works,
            List<WorksStarted> started,
            List<Stop> stops,
            List<AccountsSettled> settled,
            List<ProjectClosed> closed) {
        if (works.isEmpty()) {
            return approvedActs.contains(act) ? State.APPROVED : State.AGREED;
        }
        if (closed.size() == works.size()) {
            return State.CLOSED;
        }
        if (settled.size() == works.size()) {
            return State.SETTLED;
        }
        if (stops.stream().anyMatch(stop -> stop.until() == null)) {
            return State.SUSPENDED;
        }
        return started.isEmpty() ? State.OPENED : State.WORKS;
    }

    private List<Agreement.Change> changesOf(UUID agreement) {
        return facts.all(ModificationRecorded.class).stream()
                .filter(change -> change.agreement().equals(agreement))
                .map(change -> new Agreement.Change(
                        change.modification(),
                        change.amountBefore(),
                        change.amountAfter(),
                        change.reason(),
                        change.law(),
                        change.act()))
                .toList();
    }

    private Soles contributed(Set<UUID> works) {
        return of(works, ContributionDelivered.class, ContributionDelivered::project).stream()
                .map(contribution -> Objects.requireNonNullElse(contribution.value(), Soles.ZERO))
                .reduce(Soles.ZERO, Soles::plus);
    }

    /** Of several works under one agreement the one that is least far: an agreement is done when all of it is. */
    private @Nullable ProgressReported lastProgress(Set<UUID> works) {
        Map<UUID, ProgressReported> latest = new LinkedHashMap<>();
        of(works, ProgressReported.class, ProgressReported::project)
                .forEach(report -> latest.put(report.project(), report));
        return latest.values().stream()
                .min(Comparator.comparing(ProgressReported::physicalPercent))
                .orElse(null);
    }

    private List<Stop> stops(Set<UUID> works) {
        Map<UUID, LocalDate> resumed = new LinkedHashMap<>();
        of(works, WorksResumed.class, WorksResumed::project)
                .forEach(end -> resumed.put(end.suspension(), end.resumedOn()));
        var known = new HashSet<UUID>();
        var stops = new ArrayList<Stop>();
        for (var stop : of(works, WorksSuspended.class, WorksSuspended::project)) {
            if (known.add(stop.suspension())) {
                stops.add(new Stop(
                        stop.suspension(),
                        stop.cause(),
                        stop.since(),
                        stop.expectedUntil(),
                        resumed.get(stop.suspension())));
            }
        }
        stops.sort(Comparator.comparing(Stop::since).thenComparing(Stop::suspension));
        return stops;
    }

    private <F extends pe.minka.transparency.fact.ProcessFact> List<F> of(
            Set<UUID> works, Class<F> kind, Function<F, UUID> project) {
        return facts.all(kind).stream()
                .filter(fact -> works.contains(project.apply(fact)))
                .toList();
    }

    private static <F> @Nullable LocalDate earliest(List<F> facts, Function<F, @Nullable LocalDate> date) {
        return facts.stream()
                .map(date)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static <F> @Nullable LocalDate latest(List<F> facts, Function<F, @Nullable LocalDate> date) {
        return facts.stream()
                .map(date)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
