package pe.minka.allocation.job;

/** What became of one process in a job. */
public enum ItemState {
    WAITING,
    SELECTED,
    /** The same round and envelope had been selected from before; that selection stands. */
    ALREADY,
    /** By a rule that is named; the process needs something first. */
    REFUSED,
    /** For no fault of the process. */
    FAILED
}
