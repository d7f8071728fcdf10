package pe.minka.allocation.viability;

/** What an appeal came to. */
public enum AppealOutcome {
    /** The refusal stands. */
    UPHELD,
    /** The refusal does not stand: the project goes on. */
    REVOKED
}
