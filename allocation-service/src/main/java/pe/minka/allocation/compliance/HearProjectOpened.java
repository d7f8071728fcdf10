package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.compliance.HearProjectOpened.ProjectOpened;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Keeps which work carries an agreement out. */
@ApplicationScoped
class HearProjectOpened implements EventHandler<ProjectOpened> {

    private final Fulfilments fulfilments;

    HearProjectOpened(Fulfilments fulfilments) {
        this.fulfilments = fulfilments;
    }

    record ProjectOpened(
            ProcessId process, UUID project, @Nullable UUID agreement) {}

    @Override
    public String type() {
        return "minka.execution.project-opened.v1";
    }

    @Override
    public Class<ProjectOpened> payload() {
        return ProjectOpened.class;
    }

    @Override
    public void on(ProjectOpened event, EventMetadata metadata) {
        if (event.agreement() == null
                || fulfilments.findByIdOptional(event.agreement()).isPresent()) {
            return;
        }
        var row = new FulfilmentRow();
        row.agreement = event.agreement();
        row.process = event.process();
        row.work = event.project();
        fulfilments.persist(row);
    }
}
