package pe.minka.execution.committee;

/** What a committee is for. */
public enum CommitteeKind {
    /** Co-manages one work from its start to its final accounts. */
    MANAGEMENT,
    /** Watches over the agreements of a process. */
    VIGILANCE
}
