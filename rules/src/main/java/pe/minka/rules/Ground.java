package pe.minka.rules;

/** Why a project was selected. */
public enum Ground {
    /** Its place in the order of support, and it fitted. */
    RANK,
    /** Its supporters paid it with their equal shares. */
    EQUAL_SHARES,
    /** Its supporters were the next to have saved enough for it. */
    PHRAGMEN,
    /** It was the next that its supporters could carry with the smallest burden for the most burdened. */
    MAXIMIN_SUPPORT,
    /** It belongs to the set that gives the voters most. */
    BEST_SET,
    /** Money was left over and it came next by votes. */
    COMPLETION,
    /** More voters prefer the result of the simple count, which has it. */
    COMPARISON
}
