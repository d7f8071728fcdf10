package pe.minka.transparency.fact;

import pe.minka.platform.core.ProcessId;

/** A fact of one process. */
public sealed interface ProcessFact extends Fact permits RegistryFact, WorkshopFact, AllocationFact, ExecutionFact {

    ProcessId process();
}
