package pe.minka.rules.pabulib;

import java.math.BigDecimal;

/** Reads amounts of money; what is none, or could mean two things, is an error. */
final class Amounts {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);

    private final Defects defects;

    Amounts(Defects defects) {
        this.defects = defects;
    }

    /** The amount of a field, or zero once the error is noted. */
    BigDecimal read(Row row, int field, String what) throws PabulibException {
        var text = row.text(field);
        var amount = Decimals.parse(text);
        if (amount == null) {
            boolean twofold = text.matches("[\\d.,]+");
            defects.error(
                    row,
                    field,
                    twofold ? "number-unclear" : "number",
                    "the " + what + " is " + (text.isEmpty() ? "empty" : "\"" + text + "\"")
                            + (twofold
                                    ? ", which could be read in two ways; write it without separators of thousands"
                                    : ", not a number"));
            return BigDecimal.ZERO;
        }
        if (amount.signum() < 0) {
            defects.error(row, field, "negative", "the " + what + " is negative: " + text);
            return BigDecimal.ZERO;
        }
        if (amount.scale() > 6 || amount.compareTo(LARGEST) > 0) {
            defects.error(row, field, "number-range", "the " + what + " is out of range: " + text);
            return BigDecimal.ZERO;
        }
        if (Decimals.isBent(text)) {
            defects.warning(row, field, "number-notation", "the " + what + " was read as " + amount.toPlainString());
        }
        return amount;
    }
}
