package pe.minka.allocation.income;

/** What a statement of income tells of. */
public enum Basis {
    /** What is expected, such as MEF's estimate of June. */
    FORECAST,
    /** What arrived. */
    ACTUAL
}
