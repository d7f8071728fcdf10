package pe.minka.allocation.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.agreement.Agreements;
import pe.minka.allocation.compliance.HearProjectClosed.ProjectClosed;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.time.LocalDate;
import java.util.UUID;

/** An agreement is kept when its work is closed. */
@ApplicationScoped
class HearProjectClosed implements EventHandler<ProjectClosed> {

    private final Fulfilments fulfilments;
    private final Agreements agreements;

    HearProjectClosed(Fulfilments fulfilments, Agreements agreements) {
        this.fulfilments = fulfilments;
        this.agreements = agreements;
    }

    record ProjectClosed(UUID project, LocalDate closedOn) {}

    @Override
    public String type() {
        return "minka.execution.project-closed.v1";
    }

    @Override
    public Class<ProjectClosed> payload() {
        return ProjectClosed.class;
    }

    @Override
    public void on(ProjectClosed event, EventMetadata metadata) {
        fulfilments.ofWork(event.project()).ifPresent(row -> {
            row.stage = Stage.CLOSED;
            row.closedOn = event.closedOn();
            agreements.keep(row.agreement);
        });
    }
}
