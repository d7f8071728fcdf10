package pe.minka.rules;

/** What a voter writes on the ballot. */
public enum BallotType {
    /** The projects the voter approves of. */
    APPROVAL("approval"),
    /** One project. */
    CHOOSE_ONE("choose-1"),
    /** Projects in order of preference, the best first. */
    ORDINAL("ordinal"),
    /** Points spread over projects, out of a fixed purse. */
    CUMULATIVE("cumulative"),
    /** Points for each project, independent of one another. */
    SCORING("scoring");

    private final String word;

    BallotType(String word) {
        this.word = word;
    }

    /** Its word in a Pabulib file. */
    public String word() {
        return word;
    }

    /** Whether ballots of this type carry points. */
    public boolean hasPoints() {
        return this == CUMULATIVE || this == SCORING;
    }
}
