package pe.minka.allocation.agreement;

/** How an agreement stands. */
public enum AgreementState {
    /** To be kept. */
    OPEN,
    /** Kept. */
    DONE,
    /** Lawfully given up. */
    WITHDRAWN
}
