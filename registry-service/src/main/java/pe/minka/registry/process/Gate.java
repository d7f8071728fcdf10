package pe.minka.registry.process;

import pe.minka.registry.regulation.Requirement;

import java.util.List;

/** Lets a call or a phase pass only when all that is required of it exists as a record. */
final class Gate {

    private Gate() {}

    /** All that is missing, in the order of the regulation. */
    static List<Missing> missing(List<Requirement> required, Evidence evidence) {
        return required.stream()
                .map(requirement -> new Missing(requirement, evidence.countOf(requirement)))
                .filter(checked -> checked.found() < checked.requirement().minimum())
                .toList();
    }
}
