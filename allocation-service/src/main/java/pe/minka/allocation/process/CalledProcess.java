package pe.minka.allocation.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.FiscalYear;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;

import java.util.Set;

/**
 * A cycle of participatory budgeting as the registry told of it.
 *
 * @param level of government: {@code DISTRICT}, {@code PROVINCE} or {@code REGION}
 * @param closedPhases codes of the phases that are over
 */
public record CalledProcess(
        ProcessId id,
        EntityCode entity,
        Ubigeo ubigeo,
        String name,
        FiscalYear fiscalYear,
        String level,
        Regulation regulation,
        Set<String> closedPhases) {}
