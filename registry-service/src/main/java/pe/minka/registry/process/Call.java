package pe.minka.registry.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The call of a process as the entity makes it.
 *
 * @param ledBy who conducts it: {@code ENTITY} or {@code CONSULTANT}; a unit of the entity answers in both cases
 * @param channels where it was made known
 * @param responsibleUnits by phase, where the call names other units than the regulation
 */
record Call(
        ProcessId process,
        EntityCode entity,
        Ubigeo territory,
        String level,
        FiscalYear fiscalYear,
        String name,
        LocalDate calledOn,
        String ledBy,
        List<String> channels,
        Map<String, String> responsibleUnits) {

    Call {
        channels = channels.stream()
                .map(channel -> channel.strip().replaceAll("\\s+", " "))
                .toList();
    }
}
