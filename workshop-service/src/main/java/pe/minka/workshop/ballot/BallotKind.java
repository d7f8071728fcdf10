package pe.minka.workshop.ballot;

/** How a ballot is marked. */
enum BallotKind {
    SHOW_OF_HANDS("choose-1"),
    CHOOSE_ONE("choose-1"),
    APPROVAL("approval"),
    UP_TO("approval"),
    RANKING("ordinal"),
    POINTS("cumulative"),
    SCORES("scoring"),
    KNAPSACK("approval");

    private final String pabulib;

    BallotKind(String pabulib) {
        this.pabulib = pabulib;
    }

    /** What a Pabulib file calls it. */
    String pabulibType() {
        return pabulib;
    }

    boolean hasPoints() {
        return this == POINTS || this == SCORES;
    }
}
