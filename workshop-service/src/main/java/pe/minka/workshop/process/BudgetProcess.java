package pe.minka.workshop.process;

import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

/** A process that was called, with the regulation it is bound to for good. */
public record BudgetProcess(ProcessId process, EntityCode entity, Regulation regulation) {}
