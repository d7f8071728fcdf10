package pe.minka.execution.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

/** A process that registry has called, and whose it is. */
public record CalledProcess(ProcessId id, EntityCode entity) {}
