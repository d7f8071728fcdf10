package pe.minka.execution.project;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.process.Processes;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Closes a work for good, or says all that is missing. */
@ApplicationScoped
class CloseProject {

    private final Projects projects;
    private final Processes processes;
    private final List<ClosureRequirement> requirements;
    private final Outbox outbox;

    CloseProject(Projects projects, Processes processes, @All List<ClosureRequirement> requirements, Outbox outbox) {
        this.projects = projects;
        this.processes = processes;
        this.requirements = requirements;
        this.outbox = outbox;
    }

    @Transactional
    ProjectRow close(UUID projectId, LocalDate on) {
        var project = projects.rowForCaller(projectId);
        project.mustBeOpen();
        var regulation = processes
                .regulationOf(project.process)
                .orElseThrow(() -> Problem.conflict("regulation-not-heard").toException());
        var refusal = Problem.conflict("closure-refused");
        requirements.stream()
                .flatMap(each -> each.missingAtClosure(project, regulation).stream())
                .forEach(missing -> refusal.error("", missing.code(), missing.namesAndValues()));
        if (refusal.hasErrors()) {
            throw refusal.toException();
        }
        project.take(project.state().close(on));
        projects.flush();
        outbox.append(new ProjectClosed(project.process, project.entity, projectId, on));
        return project;
    }
}
