package pe.minka.registry.process;

import pe.minka.registry.regulation.Requirement;

/**
 * What a call or a phase still lacks.
 *
 * @param found how many of it there are so far
 */
public record Missing(Requirement requirement, int found) {}
