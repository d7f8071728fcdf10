package pe.minka.workshop.ballot;

/** The database did not say whether a ballot is in the box. The same request again settles it. */
class BallotBoxUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BallotBoxUnavailable(String why) {
        super(why);
    }

    BallotBoxUnavailable(Throwable cause) {
        super("the ballot box cannot be reached", cause);
    }
}
