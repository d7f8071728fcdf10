package pe.minka.rules.distribution;

/** A formula or its indicators cannot be used. Nothing was distributed. */
public final class FormulaRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What is wrong. */
    public enum Reason {
        /** The weights do not add to exactly 100 %. */
        WEIGHTS_DO_NOT_ADD_TO_100,
        /** There is no criterion. */
        NO_CRITERIA,
        /** A weight is zero or negative. */
        WEIGHT_NOT_POSITIVE,
        /** Two criteria or two territories have one name. */
        NAME_TWICE,
        /** There is no territory. */
        NO_TERRITORIES,
        /** A territory lacks an indicator that the formula reads. */
        INDICATOR_MISSING,
        /** An indicator is negative, or zero where the formula divides by it. */
        INDICATOR_OUT_OF_RANGE,
        /** No territory has any of an indicator, so nothing can be shared by it. */
        INDICATOR_ALL_ZERO,
        /** The minimums together exceed the envelope. */
        MINIMUM_OVER_ENVELOPE,
        /** The order for equal remainders does not name each territory once. */
        TIE_ORDER_INCOMPLETE,
        /** The envelope is negative. */
        ENVELOPE_NEGATIVE
    }

    FormulaRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
