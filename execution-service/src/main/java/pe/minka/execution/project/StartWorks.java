package pe.minka.execution.project;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.execution.process.Processes;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.platform.runtime.versions.Versions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Lets works begin once all that the ordinance asks for exists. */
@ApplicationScoped
class StartWorks {

    private final Projects projects;
    private final Processes processes;
    private final List<StartRequirement> requirements;
    private final Outbox outbox;

    StartWorks(Projects projects, Processes processes, @All List<StartRequirement> requirements, Outbox outbox) {
        this.projects = projects;
        this.processes = processes;
        this.requirements = requirements;
        this.outbox = outbox;
    }

    @Transactional
    ProjectRow start(UUID projectId, @Nullable String ifMatch, LocalDate on, LocalDate plannedEnd) {
        var project = projects.rowForCaller(projectId);
        Versions.require(ifMatch, project.version);
        var step = project.state().start(on, plannedEnd);
        if (step instanceof Step.Taken) {
            refuseWhileMissing(project);
        }
        project.take(step);
        projects.flush();
        outbox.append(new WorksStarted(project.process, project.entity, projectId, on, plannedEnd));
        return project;
    }

    private void refuseWhileMissing(ProjectRow project) {
        var regulation = processes
                .regulationOf(project.process)
                .orElseThrow(() -> Problem.conflict("regulation-not-heard").toException());
        var refusal = Problem.conflict("start-refused");
        requirements.stream()
                .flatMap(each -> each.missingAtStart(project, regulation).stream())
                .forEach(missing -> refusal.error("", missing.code(), missing.namesAndValues()));
        if (refusal.hasErrors()) {
            throw refusal.toException();
        }
    }
}
