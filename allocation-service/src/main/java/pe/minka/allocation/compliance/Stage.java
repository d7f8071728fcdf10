package pe.minka.allocation.compliance;

/** How far the work of an agreement has come. */
public enum Stage {
    OPENED,
    WORKING,
    SUSPENDED,
    /** Its accounts are settled. */
    SETTLED,
    CLOSED
}
