package pe.minka.allocation.funding;

import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.platform.core.Soles;

/**
 * The rule for one use of one funding line on one date, and what is left of it.
 *
 * @param upTo the most of the line that may go to this use, where the rule limits it
 * @param council how much of the line the council gives to investment; the rest is current spending
 */
record LineUse(
        Answer answer,
        SpendingClass spendingClass,
        @Nullable Percent upTo,
        @Nullable Percent council,
        String law) {

    /** What a rule says. */
    enum Answer {
        ALLOWED,
        UP_TO,
        COUNCIL,
        REFUSED
    }

    /** Investment or current spending; one never becomes the other. */
    enum SpendingClass {
        CURRENT,
        INVESTMENT
    }

    /** What came of asking to charge something. */
    sealed interface Outcome {

        record Allowed(String law) implements Outcome {}

        /** The line may not pay this at all. */
        record Refused(String law) implements Outcome {}

        /** @param most what the line may give to this use in all */
        record OverShare(Soles most, Soles already, String law) implements Outcome {}

        /** The council has not said how it splits the line this year. */
        record CouncilMissing(String law) implements Outcome {}

        record OverLine(Soles free) implements Outcome {}
    }

    /**
     * Decides on a charge.
     *
     * @param line the line's whole amount in the envelope
     * @param charged what is charged to the line already
     * @param sameUse of it what goes to this use
     * @param sameClass of it what goes to this class of spending
     * @law Ley 27506 art. 6.2 (canon: investment); DLeg 776 art. 89 (FONCOMUN: as the council decides)
     */
    Outcome judge(Soles amount, Soles line, Soles charged, Soles sameUse, Soles sameClass) {
        if (charged.plus(amount).exceeds(line)) {
            return new Outcome.OverLine(line.minus(charged));
        }
        return switch (answer) {
            case ALLOWED -> new Outcome.Allowed(law);
            case REFUSED -> new Outcome.Refused(law);
            case UP_TO -> within(upTo == null ? Percent.HUNDRED : upTo, amount, line, sameUse);
            case COUNCIL ->
                council == null
                        ? new Outcome.CouncilMissing(law)
                        : within(
                                spendingClass == SpendingClass.INVESTMENT ? council : rest(council),
                                amount,
                                line,
                                sameClass);
        };
    }

    private Outcome within(Percent share, Soles amount, Soles line, Soles already) {
        var most = share.atMost(line);
        return already.plus(amount).exceeds(most)
                ? new Outcome.OverShare(most, already, law)
                : new Outcome.Allowed(law);
    }

    private static Percent rest(Percent investment) {
        return new Percent(Percent.HUNDRED.value().subtract(investment.value()));
    }
}
