package pe.minka.rules.distribution;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;

/**
 * One term of a formula: a part of the envelope, shared in proportion to an indicator.
 *
 * @param name as published, such as {@code population}
 * @param weight its part of the envelope, in percent
 * @param kind how the indicator counts
 * @param indicator what is read of each territory; not read for {@link Kind#EQUAL}
 * @param per an indicator by which it is divided first, such as the inhabitants; null for none
 * @param cap the indicator counts up to this value; null for no cap
 * @param floor the indicator counts as at least this value; null for no floor
 */
public record Criterion(
        String name,
        BigDecimal weight,
        Kind kind,
        String indicator,
        @Nullable String per,
        @Nullable BigDecimal cap,
        @Nullable BigDecimal floor) {

    /** How an indicator counts. */
    public enum Kind {
        /** More gets more. */
        DIRECT,
        /** More gets less: in proportion to the inverse. */
        INVERSE,
        /** Every territory the same. */
        EQUAL
    }

    public Criterion {
        if (cap != null && floor != null && cap.compareTo(floor) < 0) {
            throw new FormulaRefused(
                    FormulaRefused.Reason.INDICATOR_OUT_OF_RANGE, "the cap of " + name + " is below its floor");
        }
    }

    /** A part shared in proportion to an indicator of the same name. */
    public static Criterion direct(String name, String weight) {
        return new Criterion(name, new BigDecimal(weight), Kind.DIRECT, name, null, null, null);
    }

    /** A part shared in inverse proportion to an indicator of the same name. */
    public static Criterion inverse(String name, String weight) {
        return new Criterion(name, new BigDecimal(weight), Kind.INVERSE, name, null, null, null);
    }

    /** A part of which every territory gets the same. */
    public static Criterion equal(String name, String weight) {
        return new Criterion(name, new BigDecimal(weight), Kind.EQUAL, name, null, null, null);
    }

    public Criterion cappedAt(String value) {
        return new Criterion(name, weight, kind, indicator, per, new BigDecimal(value), floor);
    }

    public Criterion atLeast(String value) {
        return new Criterion(name, weight, kind, indicator, per, cap, new BigDecimal(value));
    }

    public Criterion per(String divisor) {
        return new Criterion(name, weight, kind, indicator, divisor, cap, floor);
    }
}
