package pe.minka.allocation.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.plan.PlanDemand;
import pe.minka.allocation.plan.PlanDemand.Candidate;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.allocation.round.ProjectTally;
import pe.minka.allocation.round.Rounds;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** The technical team hands in the projects with their points; from then on the list can be selected from. */
@ApplicationScoped
class RecordScoredList {

    private final Processes processes;
    private final PlanDemand plan;
    private final Rounds rounds;
    private final ScoredLists lists;
    private final Documents documents;
    private final Caller caller;
    private final Clock clock;

    RecordScoredList(
            Processes processes,
            PlanDemand plan,
            Rounds rounds,
            ScoredLists lists,
            Documents documents,
            Caller caller,
            Clock clock) {
        this.processes = processes;
        this.plan = plan;
        this.rounds = rounds;
        this.lists = lists;
        this.documents = documents;
        this.caller = caller;
        this.clock = clock;
    }

    /** @param approvedBy the minute in which the agents approved the matrix and its result */
    record Scored(String title, String approvedBy, LocalDate approvedOn, List<ScoredProject> projects) {}

    @Transactional
    ScoredListRow record(ProcessId process, Scored scored) {
        var called = processes.require(process);
        caller.mustActFor(called.entity());
        var scoring = called.regulation().scoring();
        if (scoring == null) {
            throw Problem.unprocessable("scoring-not-in-regulation").toException();
        }
        var matrix = new Matrix(scoring.criteria().stream()
                .map(each -> new Matrix.Criterion(each.criterion(), each.maximumPoints()))
                .toList());
        refuse(scored.projects(), matrix, Regulation.article(scoring.law()));
        plan.refuseUnplanned(
                called,
                IntStream.range(0, scored.projects().size())
                        .mapToObj(position ->
                                candidate(position, scored.projects().get(position)))
                        .toList());
        var row = new ScoredListRow();
        row.id = UUID.randomUUID();
        row.process = process;
        row.entity = called.entity();
        row.title = scored.title();
        row.approvedBy = scored.approvedBy();
        row.approvedOn = scored.approvedOn();
        row.criteria = documents.write(scoring.criteria());
        row.projects = documents.write(scored.projects());
        row.recordedAt = clock.instant();
        lists.persist(row);
        rounds.keepScored(
                row.id,
                process,
                called.entity(),
                row.title,
                scored.projects().stream().map(RecordScoredList::tally).toList());
        return row;
    }

    private static Candidate candidate(int position, ScoredProject project) {
        return new Candidate("/projects/" + position + "/objective", project.title(), project.objective());
    }

    private static ProjectTally tally(ScoredProject project) {
        return new ProjectTally(
                project.proposal(),
                project.title(),
                project.objective(),
                project.zone(),
                project.cost(),
                project.total(),
                String.valueOf(project.total()),
                null,
                project.uniqueInvestmentCode());
    }

    private static void refuse(List<ScoredProject> projects, Matrix matrix, String law) {
        var problem = Problem.unprocessable("scored-list-unsound").with("law", law);
        var seen = new HashSet<UUID>();
        for (int position = 0; position < projects.size(); position++) {
            var project = projects.get(position);
            var pointer = "/projects/" + position;
            if (!seen.add(project.proposal())) {
                problem.error(pointer + "/proposal", "scored-twice", "title", project.title());
            }
            if (project.cost().equals(Soles.ZERO)) {
                problem.error(pointer + "/cost", "no-cost");
            }
            matrix.breaches(project.points()).forEach(breach -> add(problem, pointer + "/points/", breach));
        }
        if (problem.hasErrors()) {
            throw problem.toException();
        }
    }

    private static void add(Problem problem, String pointer, Matrix.Breach breach) {
        if (breach instanceof Matrix.Breach.Unknown unknown) {
            problem.error(pointer + unknown.criterion(), "criterion-unknown", "criterion", unknown.criterion());
        } else if (breach instanceof Matrix.Breach.Missing missing) {
            problem.error(pointer + missing.criterion(), "criterion-without-points", "criterion", missing.criterion());
        } else if (breach instanceof Matrix.Breach.OverMaximum over) {
            problem.error(
                    pointer + over.criterion(),
                    "points-over-maximum",
                    "criterion",
                    over.criterion(),
                    "given",
                    over.given(),
                    "most",
                    over.most());
        }
    }
}
