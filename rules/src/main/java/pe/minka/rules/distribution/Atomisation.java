package pe.minka.rules.distribution;

import pe.minka.rules.Fraction;

import java.math.BigDecimal;
import java.util.List;

/**
 * How thinly an envelope is spread.
 *
 * @param index 0 where one part has all, 1 where all parts are equal: one minus the sum of the squared shares, over its
 *     largest possible value
 * @param parts how many parts there are
 * @param average money of a part, in the smallest unit, rounded down
 * @param equalSplit whether no two parts differ by more than one of the smallest unit, and there are several
 */
public record Atomisation(BigDecimal index, int parts, long average, boolean equalSplit) {
    private static final int SHOWN_DECIMALS = 4;

    /** Measures parts of an envelope. @throws IllegalArgumentException where there is no part or no money */
    public static Atomisation of(List<Long> amounts) {
        long total = amounts.stream().mapToLong(Long::longValue).sum();
        if (amounts.isEmpty() || total <= 0 || amounts.stream().anyMatch(amount -> amount < 0)) {
            throw new IllegalArgumentException("atomisation is measured on parts of some money");
        }
        var squares = Fraction.ZERO;
        for (long amount : amounts) {
            var share = Fraction.of(amount, total);
            squares = squares.plus(share.times(share));
        }
        int parts = amounts.size();
        var index = parts == 1 ? Fraction.ZERO : Fraction.ONE.minus(squares).over(Fraction.of(parts - 1L, parts));
        long least = amounts.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = amounts.stream().mapToLong(Long::longValue).max().orElse(0);
        return new Atomisation(index.rounded(SHOWN_DECIMALS), parts, total / parts, parts > 1 && most - least <= 1);
    }
}
