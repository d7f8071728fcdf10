package pe.minka.rules;

import org.jspecify.annotations.Nullable;

/** Finds the price per unit of a project exactly, where doubles cannot tell. */
final class ExactPrices {
    private final Support support;
    private final Purses purses;
    private final Ledger ledger;
    private int[] poorEntries = new int[0];

    ExactPrices(Support support, Purses purses, Ledger ledger) {
        this.support = support;
        this.purses = purses;
        this.ledger = ledger;
    }

    /** The price, or null where the supporters have less than the cost. */
    @Nullable
    Fraction of(Offer offer) {
        if (offer.exact == null) {
            int comparison = ledger.moneyBehind(offer.project).compareTo(Fraction.of(offer.cost));
            if (comparison >= 0) {
                offer.exact = comparison == 0 ? mostPerUnit(offer.project) : balance(offer);
            }
        }
        return offer.exact;
    }

    /** Newton's steps from below: the set of those who give all only grows until it fits the price. */
    private Fraction balance(Offer offer) {
        int from = support.columnStart[offer.project];
        int to = support.columnStart[offer.project + 1];
        if (poorEntries.length < to - from) {
            poorEntries = new int[to - from];
        }
        var found = offer.cheapest();
        while (true) {
            int poor = 0;
            long poorUnits = 0;
            for (int entry = from; entry < to; entry++) {
                int worth = support.columnUnits[entry];
                if (purses.compare(support.columnGroup[entry], worth, found) < 0) {
                    poorUnits += (long) support.columnWeight[entry] * worth;
                    poorEntries[poor++] = entry;
                }
            }
            var next = ledger.price(offer.project, poorEntries, poor, offer.units - poorUnits);
            if (next.equals(found)) {
                return found;
            }
            found = next;
        }
    }

    /** The price where everybody gives all: what the supporter with most per unit has. */
    private Fraction mostPerUnit(int project) {
        var most = Fraction.ZERO;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            int group = support.columnGroup[entry];
            if (!ledger.exhausted(group)) {
                most = most.max(ledger.money(group).over(support.columnUnits[entry]));
            }
        }
        return most;
    }
}
