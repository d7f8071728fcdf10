package pe.minka.execution.process;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** Keeps each process with its ordinance. */
@ApplicationScoped
class HearProcessCalled implements EventHandler<HearProcessCalled.ProcessCalled> {

    private final Processes processes;

    HearProcessCalled(Processes processes) {
        this.processes = processes;
    }

    record ProcessCalled(ProcessId process, EntityCode entity, Ubigeo ubigeo, BoundRegulation regulation) {}

    record BoundRegulation(JsonNode document) {}

    @Override
    public String type() {
        return "minka.registry.process-called.v1";
    }

    @Override
    public Class<ProcessCalled> payload() {
        return ProcessCalled.class;
    }

    @Override
    public void on(ProcessCalled event, EventMetadata metadata) {
        processes
                .getEntityManager()
                .merge(new ProcessRow(
                        event.process(),
                        event.entity(),
                        event.ubigeo(),
                        event.regulation().document().toString()));
    }
}
