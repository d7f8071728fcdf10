package pe.minka.allocation.selection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.document.Documents;
import pe.minka.allocation.envelope.Envelope;
import pe.minka.allocation.envelope.Envelopes;
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
class SelectProjects {

    private final Processes processes;
    private final Rounds rounds;
    private final Envelopes envelopes;
    private final RoundBallots ballots;
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
            Selections selections,
            Documents documents,
            Caller caller,
            Outbox outbox,
            Clock clock) {
        this.processes = processes;
        this.rounds = rounds;
        this.envelopes = envelopes;
        this.ballots = ballots;
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
        var round = rounds.requireTallied(process, request.round());
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
        if (second == null
                && Objects.requireNonNullElse(set.tieBreak(), List.<String>of()).contains(Method.SECOND_ROUND)) {
            refuseOpenTies(input, method, round);
        }
        var row = row(called, round, envelope, budget, method, input);
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
            var method = Method.of(set, seed(round));
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

    private static void refuseOpenTies(String input, Method method, TalliedRound round) {
        try {
            var tied = Count.undecided(input, method);
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
            CalledProcess called, TalliedRound round, Envelope envelope, Soles budget, Method method, String input) {
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
        var outcome = outcome(count(input, method), round);
        row.outcome = documents.write(outcome);
        row.cost = outcome.selected().stream().map(ProjectOutcome::amount).reduce(Soles.ZERO, Soles::plus);
        row.madeAt = clock.instant();
        return row;
    }

    private static Count count(String input, Method method) {
        try {
            return Count.of(input, method);
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
            var found = found(verdict, tally, count, position, waiting < 0 ? null : waiting + 1);
            (count.selection().selected(position) ? selected : notSelected).add(found);
        }
        selected.sort(Comparator.comparing(ProjectOutcome::rank));
        notSelected.sort(Comparator.comparing(ProjectOutcome::rank));
        return new Selections.Outcome(selected, notSelected);
    }

    private static ProjectOutcome found(
            Verdict verdict, ProjectTally tally, Count count, int position, @Nullable Integer reserve) {
        int rank = count.ranks().get(position);
        var missing = verdict instanceof Verdict.NotSelected not ? count.soles(not.missing()) : Soles.ZERO;
        return new ProjectOutcome(
                tally.proposal(),
                tally.title(),
                tally.cost(),
                verdict.votes(),
                rank,
                tally.objective(),
                tally.zone(),
                tally.uniqueInvestmentCode(),
                tally.origin(),
                Reasons.of(verdict, rank, missing),
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
