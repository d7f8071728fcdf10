package pe.minka.workshop.offline;

/** When an envelope was sealed that was not sealed while the round was voted. */
enum Untimely {
    /** Before the opening, after the deadline, or between a deadline and its later extension. */
    OUTSIDE_ITS_PERIOD(false),
    /** A device without a network cannot know of it. */
    DURING_A_SUSPENSION(true),
    /** Later than the database's clock shows, by more than clocks differ. */
    IN_THE_FUTURE(false);

    private final boolean countable;

    Untimely(boolean countable) {
        this.countable = countable;
    }

    /** Whether an act may have it counted after all. */
    boolean isCountable() {
        return countable;
    }
}
