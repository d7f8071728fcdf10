package pe.minka.workshop.offline;

/** Why a ballot from a device was not counted by itself. It is kept aside until an act decides. */
enum Conflict {
    DEVICE_UNKNOWN(false),
    DEVICE_REVOKED(false),
    SIGNATURE_WRONG(false),
    ENVELOPE_REUSED(false),
    SEALED_OUTSIDE_THE_VOTE(false),
    UNREADABLE(false),
    MARK_NOT_ADMITTED(false),
    SYNCED_LATE(true),
    VOTER_UNKNOWN(true),
    NOT_ON_ROLL(true),
    ALREADY_VOTED(false);

    private final boolean countable;

    Conflict(boolean countable) {
        this.countable = countable;
    }

    /** Whether an act may have it counted after all; never where the voter has voted or the ballot cannot be trusted. */
    boolean isCountable() {
        return countable;
    }

    /** Whether it is about the envelope, and not about one of the ballots in it. */
    boolean isOfWholeEnvelope() {
        return switch (this) {
            case DEVICE_UNKNOWN, DEVICE_REVOKED, SIGNATURE_WRONG, ENVELOPE_REUSED, UNREADABLE -> true;
            case SEALED_OUTSIDE_THE_VOTE, MARK_NOT_ADMITTED, SYNCED_LATE, VOTER_UNKNOWN, NOT_ON_ROLL, ALREADY_VOTED ->
                false;
        };
    }
}
