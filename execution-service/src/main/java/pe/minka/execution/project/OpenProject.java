package pe.minka.execution.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;

import java.time.Clock;
import java.util.UUID;

/** Opens the work of an approved agreement; an agreement becomes one work, however often it is heard of. */
@ApplicationScoped
public class OpenProject {

    private final Projects projects;
    private final Outbox outbox;
    private final Clock clock;

    OpenProject(Projects projects, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What was agreed. */
    public record Agreed(
            UUID agreement,
            String title,
            Soles amount,
            @Nullable String zone,
            @Nullable UUID objective,
            @Nullable String uniqueInvestmentCode) {}

    @Transactional
    public void open(ProcessId process, EntityCode entity, Agreed agreed) {
        if (projects.count("agreement", agreed.agreement()) > 0) {
            return;
        }
        var project = new ProjectRow(UUID.randomUUID(), process, entity, agreed, clock.instant());
        projects.persist(project);
        outbox.append(new ProjectOpened(
                process,
                entity,
                project.id,
                agreed.agreement(),
                agreed.title(),
                agreed.amount(),
                agreed.zone(),
                agreed.objective(),
                agreed.uniqueInvestmentCode(),
                project.openedAt));
    }
}
