package pe.minka.allocation.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.classification.Classifications;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.allocation.envelope.Envelopes;
import pe.minka.allocation.plan.PlanDemand;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.process.Regulation.SelectionMethod;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.allocation.round.Rounds;
import pe.minka.allocation.round.TalliedRound;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.rules.TieBreaking;
import pe.minka.rules.Verdict;
import pe.minka.rules.pabulib.PabulibException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A budget officer has the projects selected: the round, the envelope and the regulation decide. */
@ApplicationScoped
public class SelectProjects {

    private final Processes processes;
    private final Rounds rounds;
    private final Envelopes envelopes;
    private final RoundBallots ballots;
    private final RoundConditions conditions;
    private final Classifications classifications;
    private final PlanDemand plan;
    private final Selections selections;
    private final Documents documents;
    private final Caller caller;
    private final Outbox outbox;
    private final Clock clock;

    SelectProjects(
            Processes processes,
            Rounds rounds,
            Envelopes envelopes,
            RoundBallots ballots,
            RoundConditions conditions,
            Classifications classifications,
            PlanDemand plan,
            Selections selections,
            Documents documents,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.rounds = rounds;
        this.envelopes = envelopes;
        this.ballots = ballots;
        this.conditions = conditions;
        this.classifications = classifications;
        this.plan = plan;
        this.selections = selections;
        this.documents = documents;
        this.caller = caller;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * @param secondRound a later round among those that were equal
     * @param method only where the regulation sets none
     */
    record Request(
            UUID round,
            UUID envelope,
            @Nullable UUID secondRound,
            @Nullable SelectionMethod method) {}

    @Transactional
    SelectionRow select(ProcessId process, Request request) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        return select(called, request);
    }

    /** What a job found: a selection, and whether it had been made before. */
    public record Made(UUID selection, boolean before) {}

    /**
     * The same for a job, whose caller was asked when it began.
     *
     * @param round absent: the newest tallied one
     * @param envelope absent: the only one with free money that the agents decide on
     */
    @Transactional
    public Made selectFor(ProcessId process, @Nullable UUID round, @Nullable UUID envelope) {
        var called = processes.requireAlone(process);
        var from = round == null ? newestTallied(process) : round;
        var money = envelope == null ? onlyFree(process) : envelope;
        return selections
                .newestOf(process, from, money)
                .map(made -> new Made(made, true))
                .orElseGet(() -> new Made(select(called, new Request(from, money, null, null)).id, false));
    }

    private UUID newestTallied(ProcessId process) {
        return rounds.newestTallied(process)
                .orElseThrow(() -> Problem.conflict("no-tallied-round").toException());
    }

    private UUID onlyFree(ProcessId process) {
        var free = envelopes.of(process).stream()
                .filter(envelope -> envelope.decidedBy().equals("AGENTS"))
                .filter(envelope -> !envelope.available().equals(Soles.ZERO))
                .toList();
        if (free.isEmpty()) {
            throw Problem.conflict("nothing-available").toException();
        }
        if (free.size() > 1) {
            throw Problem.unprocessable("envelope-ambiguous")
                    .with("envelopes", free.size())
                    .toException();
        }
        return free.get(0).id();
    }

    private SelectionRow select(CalledProcess called, Request request) {
        var process = called.id();
        var round = rounds.requireTallied(process, request.round());
        plan.refuseUnplanned(
                called,
                round.tallies().stream()
                        .map(tally -> new PlanDemand.Candidate("/round", tally.title(), tally.objective()))
                        .toList());
        var envelope = envelopes.requireOf(process, request.envelope());
        var budget = envelope.available();
        if (budget.equals(Soles.ZERO)) {
            throw Problem.conflict("nothing-available").toException();
        }
        var set = method(called.regulation(), request.method());
        var method = method(set, round);
        var second = request.secondRound() == null ? null : rounds.requireTallied(process, request.secondRound());
        if (second != null) {
            method = method.byListAfterVotes();
        }
        var listed = listed(round, second, seed(round));
        var input = input(called, round, budget, method, listed);
        var limits = limits(called, set, round, envelope, budget);
        if (second == null
                && Objects.requireNonNullElse(set.tieBreak(), List.<String>of()).contains(Method.SECOND_ROUND)) {
            refuseOpenTies(input, method, limits, round);
        }
        var row = row(called, round, envelope, budget, method, input, limits);
        selections.persist(row);
        outbox.append(event(row, method));
        return row;
    }

    private static SelectionMethod method(Regulation regulation, @Nullable SelectionMethod asked) {
        var set = regulation.selection();
        if (set == null && asked == null) {
            throw Problem.unprocessable("selection-method-missing").toException();
        }
        if (set != null && asked != null) {
            throw Problem.unprocessable("selection-method-fixed")
                    .with("rule", set.rule())
                    .with("law", Regulation.article(set.law()))
                    .toException();
        }
        return set == null ? Objects.requireNonNull(asked) : set;
    }

    private static Method method(SelectionMethod set, TalliedRound round) {
        try {
            var voted = Method.of(set, seed(round));
            var method = round.isScored() ? voted.byPoints() : voted;
            method.asRule();
            return method;
        } catch (IllegalArgumentException unknown) {
            throw Problem.unprocessable("selection-method-unknown")
                    .with("reason", String.valueOf(unknown.getMessage()))
                    .toException();
        }
    }

    /** Nobody knew the hash of the ballots before the count, and everybody can read it after. */
    private static String seed(TalliedRound round) {
        return Objects.requireNonNullElse(round.ballotsSha256(), round.id().toString());
    }

    /** The projects in the order that decides ties by list: of the ballot, or of the second round. */
    private static List<ProjectTally> listed(TalliedRound round, @Nullable TalliedRound second, String seed) {
        if (second == null) {
            return round.tallies();
        }
        var votes = second.tallies().stream().collect(Collectors.toMap(ProjectTally::proposal, ProjectTally::votes));
        var draw = new TieBreaking.Draw(seed);
        var ordered = new ArrayList<>(round.tallies());
        ordered.sort(Comparator.<ProjectTally>comparingLong(project -> -votes.getOrDefault(project.proposal(), 0L))
                .thenComparing(project -> draw.lot(project.proposal().toString())));
        return ordered;
    }

    private String input(
            CalledProcess called, TalliedRound round, Soles budget, Method method, List<ProjectTally> listed) {
        if (round.isScored()) {
            return InputFile.fromPoints(called, round, budget, method.rule(), listed);
        }
        var file = ballots.findByIdOptional(round.id());
        if (method.countsVotesOnly()) {
            return InputFile.fromTallies(called, round, budget, method.rule(), listed);
        }
        return file.map(found -> InputFile.fromBallots(found.text, budget))
                .orElseThrow(() -> Problem.conflict("ballots-needed")
                        .with("rule", method.rule())
                        .with("round", round.id())
                        .toException());
    }

    private static void refuseOpenTies(String input, Method method, SelectionLimits limits, TalliedRound round) {
        try {
            var tied = Count.undecided(input, method, limits);
            if (!tied.isEmpty()) {
                throw Problem.conflict("second-round-needed")
                        .with("tied", String.join(", ", tied))
                        .with("round", round.id())
                        .toException();
            }
        } catch (PabulibException damaged) {
            throw new IllegalStateException("an input file that this service wrote cannot be read", damaged);
        }
    }

    private SelectionRow row(
            CalledProcess called,
            TalliedRound round,
            Envelope envelope,
            Soles budget,
            Method method,
            String input,
            SelectionLimits limits) {
        var row = new SelectionRow();
        row.id = UUID.randomUUID();
        row.process = called.id();
        row.entity = called.entity();
        row.round = round.id();
        row.envelope = envelope.id();
        row.budget = budget;
        row.rule = documents.write(method);
        row.input = input;
        row.inputSha256 = Hashes.sha256Hex(input);
        row.limits = limits.document();
        var count = count(input, method, limits);
        var outcome = outcome(count, round);
        row.explanations = documents.write(counted(count));
        row.outcome = documents.write(outcome);
        row.cost = outcome.selected().stream().map(ProjectOutcome::amount).reduce(Soles.ZERO, Soles::plus);
        row.madeAt = clock.instant();
        return row;
    }

    private static Count count(String input, Method method, SelectionLimits limits) {
        try {
            return Count.of(input, method, limits);
        } catch (PabulibException unreadable) {
            throw Problem.unprocessable("pabulib-unreadable")
                    .with("line", unreadable.defect().line())
                    .with("column", unreadable.defect().column())
                    .with("reason", unreadable.defect().reason())
                    .toException();
        } catch (IllegalArgumentException unfit) {
            throw Problem.unprocessable("selection-method-unknown")
                    .with("reason", String.valueOf(unfit.getMessage()))
                    .toException();
        }
    }

    private SelectionLimits limits(
            CalledProcess called, SelectionMethod set, TalliedRound round, Envelope envelope, Soles budget) {
        var declared = conditions.of(round.id());
        refuseUnpayable(declared, round, envelope);
        return SelectionLimits.of(
                set, declared, round.tallies(), classifications.mainOf(called.id()), budget, envelope.lines());
    }

    private static void refuseUnpayable(Conditions declared, TalliedRound round, Envelope envelope) {
        for (var project : round.tallies()) {
            var allowed = declared.payableFrom().get(project.proposal());
            if (allowed != null
                    && allowed.stream().noneMatch(line -> envelope.lines().containsKey(line))) {
                throw Problem.unprocessable("line-not-in-envelope")
                        .with("line", String.join(", ", allowed))
                        .toException();
            }
        }
    }

    private static List<CountedProject> counted(Count count) {
        var money = count.selection().election().denomination();
        return count.selection().verdicts().stream()
                .map(verdict ->
                        CountedProject.of(UUID.fromString(verdict.project().id()), verdict, money))
                .toList();
    }

    private static Selections.Outcome outcome(Count count, TalliedRound round) {
        var tallies = round.tallies().stream()
                .collect(Collectors.toMap(tally -> tally.proposal().toString(), Function.identity()));
        var reserve = count.reserve();
        var selected = new ArrayList<ProjectOutcome>();
        var notSelected = new ArrayList<ProjectOutcome>();
        var verdicts = count.selection().verdicts();
        for (int position = 0; position < verdicts.size(); position++) {
            var verdict = verdicts.get(position);
            var tally = tallies.get(verdict.project().id());
            if (tally == null) {
                throw Problem.unprocessable("ballot-for-unknown-project")
                        .with("project", verdict.project().id())
                        .toException();
            }
            int waiting = reserve.indexOf(position);
            var found = found(verdict, tally, count, position, waiting < 0 ? null : waiting + 1, round.isScored());
            (count.selection().selected(position) ? selected : notSelected).add(found);
        }
        selected.sort(Comparator.comparing(ProjectOutcome::rank));
        notSelected.sort(Comparator.comparing(ProjectOutcome::rank));
        return new Selections.Outcome(selected, notSelected);
    }

    private static ProjectOutcome found(
            Verdict verdict, ProjectTally tally, Count count, int position, @Nullable Integer reserve, boolean scored) {
        int rank = count.ranks().get(position);
        var missing = verdict instanceof Verdict.NotSelected not ? count.soles(not.missing()) : Soles.ZERO;
        return new ProjectOutcome(
                tally.proposal(),
                tally.title(),
                tally.cost(),
                scored ? tally.votes() : verdict.votes(),
                rank,
                tally.objective(),
                tally.zone(),
                tally.uniqueInvestmentCode(),
                tally.origin(),
                scored ? Reasons.ofPoints(verdict, tally.votes(), rank, missing) : Reasons.of(verdict, rank, missing),
                reserve,
                missing.equals(Soles.ZERO) ? null : missing);
    }

    private ProjectsSelected event(SelectionRow row, Method method) {
        var made = selections.made(row);
        return new ProjectsSelected(
                row.process,
                row.entity,
                row.id,
                row.round,
                row.envelope,
                method.rule(),
                row.budget,
                row.inputSha256,
                made.selected().stream().map(ProjectsSelected.Found::of).toList(),
                made.notSelected().stream().map(ProjectsSelected.Found::of).toList());
    }
}
