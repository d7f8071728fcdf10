package pe.minka.rules;

/** Why a project was not selected. */
public enum Obstacle {
    /** It costs more than what is left of the budget. */
    DOES_NOT_FIT,
    /** The regulation ends the list at the first project that does not fit, and that one came before. */
    AFTER_THE_STOP,
    /** Fewer votes than the regulation asks for. */
    BELOW_THRESHOLD,
    /** Nobody voted for it. */
    NO_VOTES,
    /** It was taken back. */
    WITHDRAWN,
    /** The shares that its supporters have left do not add to its cost. */
    SHARES_TOO_SMALL,
    /** Another set of projects gives the voters more for the same budget. */
    NOT_IN_THE_BEST_SET,
    /** More voters prefer the result of the simple count. */
    LOST_THE_COMPARISON,
    /** A project that excludes it was selected. */
    EXCLUDED_BY_ANOTHER,
    /** A project that must come before it was not selected. */
    NEEDS_ANOTHER_FIRST,
    /** Its territory, category or aim has reached its maximum. */
    GROUP_FULL,
    /** The money left is kept for a territory, category or aim with a minimum. */
    KEPT_FOR_A_MINIMUM,
    /** The funding sources that may pay it are used up. */
    SOURCES_USED_UP,
    /** The money of a year in which it needs some is used up. */
    YEAR_USED_UP
}
