package pe.minka.allocation.viability;

/** What an evaluator said of a project. */
public enum ViabilityAnswer {
    VIABLE,
    /** It cannot be carried out as it stands and goes back to the technical team. */
    NOT_VIABLE,
    /** It can once something is cleared up. */
    OBSERVED
}
