package pe.minka.registry.agent;

/** Where a sanction stands on a day. */
enum SanctionState {
    /** The organisation has not been written to yet. */
    LETTER_DUE,
    /** The letter was all. */
    LETTER_SENT,
    /** The organisation may still replace its agent. */
    TO_BE_REPLACED,
    REPLACED,
    /** The term is over and nobody came in the agent's place. */
    OVERDUE,
    /** The regulation disqualifies at once. */
    DISQUALIFICATION_DUE,
    DISQUALIFIED
}
