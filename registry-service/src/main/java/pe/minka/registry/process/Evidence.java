package pe.minka.registry.process;

import pe.minka.registry.regulation.Requirement;

/** What the records of a process prove: how many there are of what a regulation asks for. */
@FunctionalInterface
interface Evidence {

    int countOf(Requirement requirement);
}
