package pe.minka.rules;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The exact endowment of a voter and the exact price per unit of each project bought so far, over one common
 * denominator. From them every voter's exact money follows: who has any left has paid the full price of every project
 * bought that is on the ballot.
 */
final class Prices {
    private BigInteger denominator;
    private BigInteger endowment;
    private BigInteger[] prices = new BigInteger[32];
    private int count;

    Prices(Fraction endowment) {
        this.denominator = endowment.denominator();
        this.endowment = endowment.numerator();
    }

    int count() {
        return count;
    }

    /**
     * Money of some voters, times the denominator.
     *
     * @param voters how many of them have any left
     * @param bought for each price so far, the units that they bought of it together
     */
    BigInteger money(long voters, long[] bought) {
        var money = endowment.multiply(BigInteger.valueOf(voters));
        for (int index = 0; index < count; index++) {
            if (bought[index] != 0) {
                money = money.subtract(prices[index].multiply(BigInteger.valueOf(bought[index])));
            }
        }
        return money;
    }

    /** The same money as a fraction. */
    Fraction moneyOf(long voters, long[] bought) {
        return Fraction.of(money(voters, bought), denominator);
    }

    /** A cost less some money, times the denominator. */
    BigInteger rest(long cost, BigInteger money) {
        return denominator.multiply(BigInteger.valueOf(cost)).subtract(money);
    }

    /** A rest over so many units, as a fraction. */
    Fraction perUnit(BigInteger rest, long units) {
        return Fraction.of(rest, denominator.multiply(BigInteger.valueOf(units)));
    }

    /** Adds the price of the next project: a rest over so many units. */
    double add(BigInteger rest, long units) {
        long common = rest.mod(BigInteger.valueOf(units))
                .gcd(BigInteger.valueOf(units))
                .longValue();
        long factor = units / common;
        var price = rest.divide(BigInteger.valueOf(common));
        if (factor > 1) {
            var scale = BigInteger.valueOf(factor);
            denominator = denominator.multiply(scale);
            endowment = endowment.multiply(scale);
            for (int index = 0; index < count; index++) {
                prices[index] = prices[index].multiply(scale);
            }
        }
        return append(price);
    }

    /** Adds a price that is known as a fraction. */
    double add(Fraction price) {
        var scale = price.denominator().divide(price.denominator().gcd(denominator));
        denominator = denominator.multiply(scale);
        endowment = endowment.multiply(scale);
        for (int index = 0; index < count; index++) {
            prices[index] = prices[index].multiply(scale);
        }
        return append(price.numerator().multiply(denominator.divide(price.denominator())));
    }

    private double append(BigInteger price) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
        }
        prices[count] = price;
        count++;
        return quotient(price, denominator);
    }

    Fraction price(int index) {
        return Fraction.of(prices[index], denominator);
    }

    /** The quotient with a relative error below two to the minus fifty-one. */
    private static double quotient(BigInteger numerator, BigInteger denominator) {
        int shift = 66 - numerator.bitLength() + denominator.bitLength();
        var whole = shift >= 0
                ? numerator.shiftLeft(shift).divide(denominator)
                : numerator.divide(denominator.shiftLeft(-shift));
        return Math.scalb(whole.doubleValue(), -shift);
    }
}
