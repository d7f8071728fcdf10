package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who bought what in a run of Equal Shares, and from it the exact money of anyone. A voter who has money left has paid
 * the full price of every project bought that is on the ballot, so the money of any voters is a whole-number combination
 * of the exact prices, which are worked out only where somebody asks.
 */
final class Ledger {
    private static final int NEVER = Integer.MAX_VALUE;

    private final Election election;
    private final Support support;
    private final Prices prices;
    private final List<Purchase> purchases = new ArrayList<>();
    private final int[] boughtAs;
    private final int[] exhaustedBy;

    /** A project bought, the units of those who paid its price, and the price where nobody had more than that. */
    private record Purchase(
            int project, long richUnits, @Nullable Fraction known) {}

    Ledger(Election election, Support support, Fraction endowment) {
        this.election = election;
        this.support = support;
        prices = new Prices(endowment);
        boughtAs = new int[support.units.length];
        Arrays.fill(boughtAs, NEVER);
        exhaustedBy = new int[support.groups];
        Arrays.fill(exhaustedBy, NEVER);
    }

    /** How many projects were paid for so far. */
    int purchases() {
        return purchases.size();
    }

    int project(int purchase) {
        return purchases.get(purchase).project();
    }

    /** Notes that the voters of a group give all they have for the project that is bought next. */
    void exhaust(int group) {
        exhaustedBy[group] = purchases.size();
    }

    boolean exhausted(int group) {
        return exhaustedBy[group] != NEVER;
    }

    /**
     * Notes a purchase, once those who gave all for it are noted.
     *
     * @param known its price, needed where nobody paid more than all
     */
    void bought(int project, long richUnits, @Nullable Fraction known) {
        boughtAs[project] = purchases.size();
        purchases.add(new Purchase(project, richUnits, richUnits == 0 ? known : null));
    }

    /** Who paid for a project, with how much. */
    Verdict.Payment payment(int project) {
        int purchase = boughtAs[project];
        if (purchase == NEVER) {
            return new Verdict.Payment(0, Fraction.ZERO, 0);
        }
        settle();
        long payers = 0;
        long gaveAll = 0;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            int by = exhaustedBy[support.columnGroup[entry]];
            payers += by >= purchase ? support.columnWeight[entry] : 0;
            gaveAll += by == purchase ? support.columnWeight[entry] : 0;
        }
        return new Verdict.Payment(payers, prices.price(purchase), gaveAll);
    }

    /** Exact money of one voter of a group. */
    Fraction money(int group) {
        settle();
        var bought = new long[prices.count()];
        long voters = collect(group, bought);
        return prices.moneyOf(voters, bought).over(support.weight[group]);
    }

    /** Exact money of all supporters of a project together. */
    Fraction moneyBehind(int project) {
        settle();
        var bought = new long[prices.count()];
        long voters = 0;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            voters += collect(support.columnGroup[entry], bought);
        }
        return prices.moneyOf(voters, bought);
    }

    /** The price of a project if the voters of some groups, given by their entries, give all and the others share the rest. */
    Fraction price(int project, int[] poorEntries, int count, long richUnits) {
        settle();
        return prices.perUnit(rest(project, poorEntries, count), richUnits);
    }

    private BigInteger rest(int project, int[] poorEntries, int count) {
        var bought = new long[prices.count()];
        long voters = 0;
        for (int index = 0; index < count; index++) {
            voters += collect(support.columnGroup[poorEntries[index]], bought);
        }
        return prices.rest(election.cost(project), prices.money(voters, bought));
    }

    /** The prices paid so far as doubles. */
    double[] paid() {
        settle();
        var paid = new double[purchases.size()];
        for (int index = 0; index < paid.length; index++) {
            paid[index] = prices.price(index).approximation();
        }
        return paid;
    }

    /** Which purchase a project was, or {@link Integer#MAX_VALUE}. */
    int purchaseOf(int project) {
        return boughtAs[project];
    }

    /** Brings the exact prices up to the last purchase. */
    private void settle() {
        for (int index = prices.count(); index < purchases.size(); index++) {
            var purchase = purchases.get(index);
            if (purchase.known() != null) {
                prices.add(purchase.known());
                continue;
            }
            var bought = new long[index];
            long gaveAll = 0;
            int project = purchase.project();
            for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
                if (exhaustedBy[support.columnGroup[entry]] == index) {
                    gaveAll += collect(support.columnGroup[entry], bought);
                }
            }
            prices.add(prices.rest(election.cost(project), prices.money(gaveAll, bought)), purchase.richUnits());
        }
    }

    /** Adds what a group of voters has bought; how many of them have money left. */
    private long collect(int group, long[] bought) {
        if (exhaustedBy[group] < bought.length) {
            return 0;
        }
        long voters = support.weight[group];
        int end = support.rowStart[group + 1];
        for (int entry = support.rowStart[group]; entry < end; entry++) {
            int as = boughtAs[support.rowProject[entry]];
            if (as < bought.length) {
                bought[as] += voters * support.rowUnits[entry];
            }
        }
        return voters;
    }
}
