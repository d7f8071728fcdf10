package pe.minka.registry.regulation;

/**
 * A step of a process as the regulation orders it; a phase without steps is one itself.
 *
 * @param phase the phase that it belongs to
 */
public record Step(String phase, String step, String title) {}
