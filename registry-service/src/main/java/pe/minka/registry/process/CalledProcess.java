package pe.minka.registry.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Ubigeo;
import pe.minka.registry.regulation.Regulation;

import java.time.LocalDate;

/**
 * A process as the other features see it.
 *
 * @param regulation the rules it is bound to, with all defaults filled in
 */
public record CalledProcess(
        ProcessId id, EntityCode entity, Ubigeo territory, LocalDate calledOn, Regulation regulation) {}
