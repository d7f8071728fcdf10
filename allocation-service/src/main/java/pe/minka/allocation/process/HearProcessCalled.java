package pe.minka.allocation.process;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.process.HearProcessCalled.ProcessCalled;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;

/** Keeps the process and the regulation that binds it. */
@ApplicationScoped
class HearProcessCalled implements EventHandler<ProcessCalled> {

    private final Processes processes;

    HearProcessCalled(Processes processes) {
        this.processes = processes;
    }

    record ProcessCalled(
            ProcessId process,
            EntityCode entity,
            Ubigeo ubigeo,
            String name,
            FiscalYear fiscalYear,
            String level,
            BoundRegulation regulation) {}

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
        var row = processes.heard(event.process());
        row.entity = event.entity();
        row.ubigeo = event.ubigeo();
        row.name = event.name();
        row.fiscalYear = event.fiscalYear();
        row.level = event.level();
        row.regulation = event.regulation().document().toString();
    }
}
