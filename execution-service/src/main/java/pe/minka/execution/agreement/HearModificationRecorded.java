package pe.minka.execution.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.project.Projects;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** Agreed money was lawfully moved: from now on the new amount is what a work may spend. */
@ApplicationScoped
class HearModificationRecorded implements EventHandler<HearModificationRecorded.ModificationRecorded> {

    private final Agreements agreements;
    private final Projects projects;

    HearModificationRecorded(Agreements agreements, Projects projects) {
        this.agreements = agreements;
        this.projects = projects;
    }

    record ModificationRecorded(UUID agreement, Soles amountAfter) {}

    @Override
    public String type() {
        return "minka.allocation.modification-recorded.v1";
    }

    @Override
    public Class<ModificationRecorded> payload() {
        return ModificationRecorded.class;
    }

    @Override
    public void on(ModificationRecorded event, EventMetadata metadata) {
        agreements.findByIdOptional(event.agreement()).ifPresent(agreement -> agreement.amount = event.amountAfter());
        projects.lockedOf(event.agreement()).ifPresent(project -> project.agree(event.amountAfter()));
    }
}
