package pe.minka.allocation.process;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.process.HearPhaseClosed.PhaseClosed;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** Keeps which phases are over. */
@ApplicationScoped
class HearPhaseClosed implements EventHandler<PhaseClosed> {

    private final Processes processes;

    HearPhaseClosed(Processes processes) {
        this.processes = processes;
    }

    record PhaseClosed(ProcessId process, String phase) {}

    @Override
    public String type() {
        return "minka.registry.phase-closed.v1";
    }

    @Override
    public Class<PhaseClosed> payload() {
        return PhaseClosed.class;
    }

    @Override
    public void on(PhaseClosed event, EventMetadata metadata) {
        var row = processes.heard(event.process());
        if (!Processes.words(row.closedPhases).contains(event.phase())) {
            row.closedPhases = (row.closedPhases + " " + event.phase()).strip();
        }
    }
}
