package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What each voter has left in a run of Equal Shares: as a double that differs from the truth by at most {@link #slack()},
 * and exactly where that cannot decide.
 *
 * <p>A purchase adds to the slack the error of its price, which is the slack of those who give all, over the units of
 * those who pay the price, and roundings of numbers below the endowment. Should it grow too large, all is computed anew
 * from exact prices. What gave all has exactly zero.
 */
final class Purses {
    /** Bounds the relative error of the few operations on a number, each off by at most two to the minus fifty-three. */
    static final double ROUNDING = 0x1p-50;
    /** The slack, in endowments, from which on all is computed anew. */
    private static final double TOO_LARGE = 0x1p-16;

    private final Support support;
    private final Ledger ledger;
    private final double endowment;
    private final double[] money;
    private double[] paid;
    private double slack;
    private int applied;
    private int paidByAll;
    private int later;
    private @Nullable Footing kept;
    private @Nullable Footing inherited;
    private int[] poorGroups = new int[0];

    /**
     * The money after the first purchases of a run, each paid in full by all supporters. With a larger endowment the same
     * purchases cost the same, so everybody has as much more as the endowment is larger.
     */
    record Footing(int purchases, double endowment, double[] money, double slack) {}

    Purses(Support support, Ledger ledger, Fraction endowment) {
        this.support = support;
        this.ledger = ledger;
        this.endowment = endowment.approximation();
        money = new double[support.groups];
        paid = new double[32];
        slack = 4 * ROUNDING * this.endowment;
        Arrays.fill(money, this.endowment);
    }

    double endowment() {
        return endowment;
    }

    /** By how much any voter's double may differ from the truth. */
    double slack() {
        return slack;
    }

    /** Money of the voters of each group, after all purchases. */
    double[] money() {
        catchUp();
        return money;
    }

    /** Whether everything bought so far was paid in full by all supporters. */
    boolean allPaidByAll() {
        return paidByAll == ledger.purchases();
    }

    /** What the next run may start from, once this one has ended. */
    @Nullable
    Footing footing() {
        if (kept == null && paidByAll > 0) {
            keep();
        }
        return kept;
    }

    /** Notes a purchase that all supporters pay in full, as in the run whose footing this is; nothing is computed yet. */
    void payLater(int project, double price, Footing footing) {
        inherited = footing;
        note(price);
        ledger.bought(project, support.units[project], null);
        paidByAll = ledger.purchases();
        later++;
    }

    /** Lets all supporters pay, each of whose money is well above or well below the price; how far that may be off. */
    double pay(int project, double price, double poorMoney, long richUnits) {
        catchUp();
        if (richUnits == support.units[project] && paidByAll == ledger.purchases()) {
            paidByAll++;
        } else if (paidByAll == ledger.purchases()) {
            keep();
        }
        int from = support.columnStart[project];
        int to = support.columnStart[project + 1];
        int poor = support.uniform ? takeAlike(from, to, price) : take(from, to, price);
        long gaveAll = 0;
        for (int index = 0; index < poor; index++) {
            ledger.exhaust(poorGroups[index]);
            gaveAll += support.weight[poorGroups[index]];
        }
        double doubt = (gaveAll * slack + (to - from + 4) * ROUNDING * poorMoney) / richUnits + price * 4 * ROUNDING;
        finish(project, price, doubt, richUnits, null);
        return doubt;
    }

    /** Lets all supporters pay, deciding exactly where doubles are too close to the price; how far that may be off. */
    double payExactly(int project, Fraction price) {
        catchUp();
        if (paidByAll == ledger.purchases()) {
            keep();
        }
        double asked = price.approximation();
        long richUnits = 0;
        int count = 0;
        makeRoom(support.columnStart[project + 1] - support.columnStart[project]);
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            int group = support.columnGroup[entry];
            if (money[group] == 0) {
                continue;
            }
            if (compare(group, support.columnUnits[entry], price) > 0) {
                double left = money[group] - asked * support.columnUnits[entry];
                money[group] = Math.max(left, Double.MIN_VALUE);
                richUnits += (long) support.columnWeight[entry] * support.columnUnits[entry];
            } else {
                poorGroups[count++] = group;
            }
        }
        for (int index = 0; index < count; index++) {
            ledger.exhaust(poorGroups[index]);
            money[poorGroups[index]] = 0;
        }
        finish(project, asked, asked * ROUNDING, richUnits, price);
        return asked * ROUNDING;
    }

    /** Compares the money of a voter with the price of so many units: exactly, where doubles are too close. */
    int compare(int group, int units, Fraction price) {
        double has = money()[group];
        double asked = price.approximation() * units;
        double doubt = slack + asked * ROUNDING;
        if (has == 0 || Math.abs(has - asked) > doubt) {
            return Double.compare(has, asked);
        }
        return ledger.money(group).compareTo(price.times(units));
    }

    /**
     * Takes the price, or all that is left, and remembers whose was the last. Which voter is which no processor can
     * predict, so the signs of differences are counted instead of branching on them.
     */
    private int take(int from, int to, double price) {
        makeRoom(to - from);
        var groups = support.columnGroup;
        var worths = support.columnUnits;
        var poor = poorGroups;
        int count = 0;
        for (int entry = from; entry < to; entry++) {
            int group = groups[entry];
            double has = money[group];
            double left = has - price * worths[entry];
            long isPoor = Double.doubleToRawLongBits(left) >> 63;
            poor[count] = group;
            count += (int) (isPoor & Double.doubleToRawLongBits(0 - has) >>> 63);
            money[group] = Double.longBitsToDouble(Double.doubleToRawLongBits(left) & ~isPoor);
        }
        return count;
    }

    /** The same where everything is worth one unit. */
    private int takeAlike(int from, int to, double price) {
        makeRoom(to - from);
        var groups = support.columnGroup;
        var poor = poorGroups;
        int count = 0;
        for (int entry = from; entry < to; entry++) {
            int group = groups[entry];
            double has = money[group];
            double left = has - price;
            long isPoor = Double.doubleToRawLongBits(left) >> 63;
            poor[count] = group;
            count += (int) (isPoor & Double.doubleToRawLongBits(0 - has) >>> 63);
            money[group] = Double.longBitsToDouble(Double.doubleToRawLongBits(left) & ~isPoor);
        }
        return count;
    }

    private void makeRoom(int entries) {
        if (poorGroups.length <= entries) {
            poorGroups = new int[entries + 1];
        }
    }

    private void finish(int project, double price, double doubt, long richUnits, @Nullable Fraction known) {
        note(price);
        ledger.bought(project, richUnits, known);
        applied = ledger.purchases();
        slack += doubt * support.mostUnits + 4 * ROUNDING * endowment;
        if (slack > TOO_LARGE * endowment) {
            renew();
        }
    }

    private void note(double price) {
        int index = ledger.purchases();
        if (index == paid.length) {
            paid = Arrays.copyOf(paid, index * 2);
        }
        paid[index] = price;
    }

    /** Brings the money up to the purchases that were only noted. */
    private void catchUp() {
        if (applied == ledger.purchases()) {
            return;
        }
        if (inherited != null && applied < inherited.purchases() && ledger.purchases() >= inherited.purchases()) {
            double more = endowment - inherited.endowment();
            var before = inherited.money();
            for (int group = 0; group < money.length; group++) {
                money[group] = before[group] + more;
            }
            applied = inherited.purchases();
            slack = inherited.slack() + 4 * ROUNDING * endowment;
        }
        for (; applied < ledger.purchases(); applied++) {
            int project = ledger.project(applied);
            for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
                money[support.columnGroup[entry]] -= paid[applied] * support.columnUnits[entry];
            }
            slack += paid[applied] * support.mostUnits * ROUNDING + 4 * ROUNDING * endowment;
        }
    }

    private void keep() {
        if (kept == null && paidByAll > 0) {
            kept = inherited != null && later == paidByAll && inherited.purchases() == paidByAll
                    ? inherited
                    : new Footing(paidByAll, endowment, money().clone(), slack);
        }
    }

    /** Computes every voter's money anew from exact prices. */
    private void renew() {
        var exact = ledger.paid();
        for (int group = 0; group < money.length; group++) {
            if (!ledger.exhausted(group)) {
                double left = endowment;
                for (int entry = support.rowStart[group]; entry < support.rowStart[group + 1]; entry++) {
                    int as = ledger.purchaseOf(support.rowProject[entry]);
                    left -= as < exact.length ? exact[as] * support.rowUnits[entry] : 0;
                }
                money[group] = Math.max(left, Double.MIN_VALUE);
            }
        }
        slack = (exact.length + 2) * 4 * ROUNDING * endowment;
    }
}
