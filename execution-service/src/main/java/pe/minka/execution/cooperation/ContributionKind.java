package pe.minka.execution.cooperation;

/** What a community brings to a work. */
public enum ContributionKind {
    LABOUR,
    MATERIALS,
    /** Kept apart from public money. */
    MONEY,
    OTHER
}
