package pe.minka.registry.process;

/** Where a phase stands. */
public enum PhaseState {
    PLANNED,
    OPEN,
    CLOSED
}
