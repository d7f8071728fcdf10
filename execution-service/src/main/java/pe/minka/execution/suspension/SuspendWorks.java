package pe.minka.execution.suspension;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.project.Projects;
import pe.minka.execution.project.Refusal;
import pe.minka.execution.suspension.Suspension.Reported;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Stops works and lets them go on. */
@ApplicationScoped
class SuspendWorks {

    private final Projects projects;
    private final Suspensions suspensions;
    private final Outbox outbox;
    private final Clock clock;

    SuspendWorks(Projects projects, Suspensions suspensions, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.suspensions = suspensions;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    Suspension suspend(UUID projectId, Reported reported) {
        var project = projects.lockedForCaller(projectId);
        project.take(project.state().suspend(reported.since()));
        var expected = reported.expectedUntil();
        if (expected != null && expected.isBefore(reported.since())) {
            throw Refusal.DATE_OUT_OF_ORDER.problem().toException();
        }
        var suspension = new Suspension(projectId, reported, clock.instant());
        suspensions.persist(suspension);
        outbox.append(new WorksSuspended(
                project.process(),
                project.entity(),
                projectId,
                suspension.id,
                reported.cause(),
                reported.since(),
                expected));
        return suspension;
    }

    @Transactional
    Suspension resume(UUID suspensionId, LocalDate on) {
        var projectId = suspensions
                .findByIdOptional(suspensionId)
                .map(each -> each.project)
                .orElseThrow(() -> Problem.notFound().toException());
        var project = projects.lockedForCaller(projectId);
        var suspension = suspensions.findById(suspensionId);
        suspensions.getEntityManager().refresh(suspension);
        if (suspension.resumedOn != null) {
            throw Refusal.WORKS_NOT_SUSPENDED.problem().toException();
        }
        project.take(project.state().resume(on));
        suspension.resumedOn = on;
        outbox.append(new WorksResumed(project.process(), project.entity(), projectId, suspensionId, on));
        return suspension;
    }
}
