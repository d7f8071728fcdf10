package pe.minka.execution.ledger;

/** Whose record an entry is. */
public enum Origin {
    /** Recorded here: keeps the order of the phases and the agreed amount. */
    OWN,
    /** Copied from SIAF or another ledger: a fact, flagged where it breaks a rule, never refused. */
    IMPORTED
}
