package pe.minka.rules.distribution;

import pe.minka.rules.Fraction;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rounding to whole units that keeps the sum: each gets its quota rounded down, and the units left go one by one to the
 * largest remainders. Whose part grows while no other's does never gets less.
 */
final class LargestRemainder {

    private LargestRemainder() {}

    /**
     * Splits a sum in proportion to parts that are not negative and not all zero.
     *
     * @param tieRanks of two equal remainders the one with the lower rank gets the unit
     */
    static long[] split(long sum, List<Fraction> parts, int[] tieRanks) {
        var total = parts.stream().reduce(Fraction.ZERO, Fraction::plus);
        var shares = new long[parts.size()];
        var remainders = new Fraction[parts.size()];
        long left = sum;
        for (int index = 0; index < shares.length; index++) {
            var quota = parts.get(index).times(sum).over(total);
            BigInteger whole = quota.floor();
            shares[index] = whole.longValueExact();
            remainders[index] = quota.minus(Fraction.of(whole, BigInteger.ONE));
            left -= shares[index];
        }
        var order = IntStream.range(0, shares.length)
                .boxed()
                .sorted(Comparator.<Integer, Fraction>comparing(index -> remainders[index])
                        .reversed()
                        .thenComparing(index -> tieRanks[index]))
                .toList();
        for (int unit = 0; unit < left; unit++) {
            shares[order.get(unit)]++;
        }
        return shares;
    }
}
