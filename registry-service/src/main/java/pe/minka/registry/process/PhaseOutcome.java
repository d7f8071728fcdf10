package pe.minka.registry.process;

import java.util.List;

/** What came of opening or closing a phase. */
sealed interface PhaseOutcome {

    record Changed(Phase phase) implements PhaseOutcome {}

    /** @param missing everything that lacks, never just the first; empty where nothing is missing but the order is wrong */
    record Refused(Refusal because, List<Missing> missing) implements PhaseOutcome {}

    enum Refusal {
        NO_SUCH_PHASE,
        ALREADY_OPEN,
        ALREADY_CLOSED,
        NOT_OPEN,
        OUT_OF_ORDER,
        NOT_COMPLETE
    }
}
