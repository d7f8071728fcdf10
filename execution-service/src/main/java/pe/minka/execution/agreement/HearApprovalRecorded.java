package pe.minka.execution.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.UUID;

/** With the last approval that the ordinance asks for, the works of the act open. */
@ApplicationScoped
class HearApprovalRecorded implements EventHandler<HearApprovalRecorded.ApprovalRecorded> {

    private final Acts acts;
    private final OpenApprovedWorks openApprovedWorks;

    HearApprovalRecorded(Acts acts, OpenApprovedWorks openApprovedWorks) {
        this.acts = acts;
        this.openApprovedWorks = openApprovedWorks;
    }

    /** @param complete whether no approval is missing any more */
    record ApprovalRecorded(ProcessId process, EntityCode entity, UUID act, boolean complete) {}

    @Override
    public String type() {
        return "minka.allocation.approval-recorded.v1";
    }

    @Override
    public Class<ApprovalRecorded> payload() {
        return ApprovalRecorded.class;
    }

    @Override
    public void on(ApprovalRecorded event, EventMetadata metadata) {
        if (event.complete()) {
            var act = acts.findOrAdd(event.act(), event.process(), event.entity());
            act.approved = true;
            openApprovedWorks.open(act);
        }
    }
}
