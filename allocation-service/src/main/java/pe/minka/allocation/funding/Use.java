package pe.minka.allocation.funding;

/** What money is spent on, as far as the rules of funding lines tell things apart. */
public enum Use {
    /** A project of the investment system. */
    INVESTMENT_PROJECT,
    /** Optimisation, marginal enlargement, rehabilitation, replacement. */
    IOARR,
    /** The entity's part of somebody else's investment. */
    COFINANCING,
    /** Keeping works in use. */
    MAINTENANCE,
    /** Citizen security. */
    SECURITY,
    /** Running services. */
    OPERATION,
    /** Teaching people. */
    TRAINING,
    /** Studies before an investment. */
    STUDIES,
    /** Wages. */
    PERSONNEL,
    /** A small work that the investment system does not take, such as an irrigation channel. */
    CURRENT_EXPENDITURE_WORK
}
