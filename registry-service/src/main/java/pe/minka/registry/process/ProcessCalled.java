package pe.minka.registry.process;

import com.fasterxml.jackson.databind.JsonNode;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;

import java.time.LocalDate;
import java.util.List;

/**
 * A process was called and bound to its rules. Keyed by process.
 *
 * @param ubigeo the territory it decides for
 * @param regulation the text it is bound to, with all defaults filled in; it holds for the whole process
 * @param phases in their order
 */
public record ProcessCalled(
        ProcessId process,
        EntityCode entity,
        Ubigeo ubigeo,
        String name,
        FiscalYear fiscalYear,
        String level,
        BoundRegulation regulation,
        List<String> phases,
        LocalDate calledOn)
        implements DomainEvent {

    /** @param document the effective document */
    public record BoundRegulation(String identifier, int version, JsonNode document) {}

    static ProcessCalled of(BudgetProcess process) {
        return new ProcessCalled(
                process.id(),
                process.entity(),
                process.territory(),
                process.name(),
                process.fiscalYear(),
                process.level(),
                new BoundRegulation(
                        process.regulationIdentifier(),
                        process.regulationVersion(),
                        process.regulation().document()),
                process.phases().stream().map(Phase::code).toList(),
                process.calledOn());
    }

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return process.toString();
    }
}
