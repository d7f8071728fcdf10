package pe.minka.rules.distribution;

import pe.minka.rules.Fraction;

import java.util.List;

/**
 * What a territory gets and how it came about. The money of the terms plus the adjustment is the amount, to the centimo.
 *
 * @param amount in the smallest unit
 * @param adjustment raised to the minimum (positive) or given up for the minimum of others (negative)
 */
public record Share(Territory territory, long amount, List<Term> terms, long adjustment) {
    public Share {
        terms = List.copyOf(terms);
    }

    /**
     * What one criterion brings a territory.
     *
     * @param value the indicator as the formula counts it, exactly
     * @param part the territory's part of the criterion's money, exactly
     * @param money in the smallest unit, after rounding
     */
    public record Term(String criterion, Fraction value, Fraction part, long money) {}
}
