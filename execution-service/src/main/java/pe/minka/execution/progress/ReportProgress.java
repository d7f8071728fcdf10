package pe.minka.execution.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.progress.ProgressReport.Measured;
import pe.minka.execution.progress.ProgressRules.Breach;
import pe.minka.execution.project.Project;
import pe.minka.execution.project.Projects;
import pe.minka.execution.suspension.Suspensions;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** Says how far a work is. */
@ApplicationScoped
class ReportProgress {

    private final Projects projects;
    private final ProgressReports reports;
    private final Suspensions suspensions;
    private final Outbox outbox;
    private final Clock clock;

    ReportProgress(Projects projects, ProgressReports reports, Suspensions suspensions, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.reports = reports;
        this.suspensions = suspensions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ProgressReport report(UUID projectId, Measured measured) {
        var project = projects.lockedForCaller(projectId);
        project.mustBeUnderWay();
        var latest = reports.latestOf(projectId);
        var rules = new ProgressRules(
                latest.map(each -> each.physical).orElse(null),
                latest.map(each -> each.periodEnd).orElse(null),
                due(project, measured.periodEnd()));
        rules.breachOf(measured).ifPresent(breach -> {
            throw problem(breach, project, rules).toException();
        });
        var report = new ProgressReport(projectId, measured, project.financialPercent(), clock.instant());
        reports.persist(report);
        project.progressTo(measured.physical().setScale(2, RoundingMode.UNNECESSARY));
        outbox.append(new ProgressReported(
                project.process(),
                project.entity(),
                projectId,
                report.id,
                project.physicalPercent().toPlainString(),
                report.financial.toPlainString(),
                report.periodEnd));
        return report;
    }

    /** The planned end, moved by the days that the work stood still; where a later day was promised, that day. */
    private LocalDate due(Project project, LocalDate at) {
        var planned = Objects.requireNonNull(project.plannedEnd()).plusDays(suspensions.daysStillOf(project.id(), at));
        return reports.latestOf(project.id())
                .map(each -> each.nextDate)
                .filter(promised -> promised.isAfter(planned))
                .orElse(planned);
    }

    private static Problem problem(Breach breach, Project project, ProgressRules rules) {
        return switch (breach) {
            case PERIOD_NOT_AFTER_THE_LAST ->
                Problem.unprocessable("period-not-after-the-last")
                        .with("latest", Objects.requireNonNull(rules.latestPeriod()));
            case BACKWARDS_WITHOUT_REASON ->
                Problem.unprocessable("progress-backwards").with("latest", project.physicalPercent());
            case LATE_WITHOUT_CAUSE ->
                Problem.unprocessable("delay-unexplained").with("due", rules.due());
        };
    }
}
