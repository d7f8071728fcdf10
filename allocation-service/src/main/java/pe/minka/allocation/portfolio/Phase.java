package pe.minka.allocation.portfolio;

/** The phases of an investment, in the order in which they can come (DLeg 1252). */
public enum Phase {
    /** The problem is studied and a solution drawn up. */
    FORMULATION,
    /** The solution is judged and declared viable. */
    EVALUATION,
    /** The detailed file that works are built from. */
    TECHNICAL_FILE,
    /** The works themselves. */
    WORKS,
    /** What it costs to run and keep up. */
    OPERATION
}
