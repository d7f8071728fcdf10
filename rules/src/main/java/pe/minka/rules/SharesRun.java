package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One run of the Method of Equal Shares with a given endowment of each voter.
 *
 * <p>Decisions are made on doubles with an error bound and, where that cannot decide, on exact fractions ({@link
 * Prices}). The bound: the double of a voter's money differs from the truth by at most {@code slack}. A purchase adds to
 * it the error of its price, which is the slack of those who give all, over the units of those who pay the price, and
 * three roundings of numbers below the endowment. Should the slack grow too large, all is computed anew from exact prices.
 * A project's price only grows during a run, so its last price bounds the next from below, and only projects whose bound
 * is below the best price found are looked at.
 */
final class SharesRun {
    private static final double ROUNDING = 0x1p-50;
    private static final double MARGIN = 1e-12;
    /** How far above the bound supporters are remembered: a guess, which only decides how much work there is. */
    private static final double REACH = 1.25;
    /** The slack, in endowments, from which on all is computed anew. */
    private static final double TOO_LARGE = 0x1p-22;

    private static final int NEVER = Integer.MAX_VALUE;

    private final Election election;
    private final Support support;
    private final long[] divisors;
    private final int[] ranks;
    private final long spendable;
    private final double endowment;
    private final double[] money;
    private final Prices prices;
    private final List<Purchase> purchases = new ArrayList<>();
    private final int[] exhaustedBy;
    private double slack;
    private final int[] boughtAs;
    private final boolean[] live;
    private final boolean[] aside;
    private final double[] low;
    private final double[] lowRatio;
    private final double[] price;
    private final double[] error;
    private final boolean[] allPay;
    private final int[] evaluatedIn;
    private final @Nullable Fraction[] exact;
    private final @Nullable LimitTally limits;
    private final @Nullable Breach[] breaches;
    private final RunLog log;
    private final @Nullable RunLog earlier;
    private final int[] earlierNext;
    private final List<Integer> order = new ArrayList<>();
    private final List<Bill> bills = new ArrayList<>();
    private boolean sameStart;
    private double gain;
    private double[] gains = new double[16];
    private long spent;
    private final boolean[] close;
    // what the last pass over a project's supporters found
    private int[] nearEntries = new int[0];
    private int[] poorEntries = new int[0];
    private int nearCount;
    private double total;
    private double poorMoney;
    private long poorUnits;
    private double nearest;
    private double mostPoor;

    /** What was paid for a project: the index of its price (none for what is free) and by how many. */
    private record Bill(int price, long payers, long gaveAll) {}

    /** A project bought, the units of those who paid its price, and the price where nobody had more than that. */
    private record Purchase(
            int project, long richUnits, @Nullable Fraction known) {}

    SharesRun(
            Election election,
            Support support,
            Utility utility,
            int[] ranks,
            Fraction endowment,
            long spendable,
            @Nullable RunLog earlier) {
        int projects = election.projects().size();
        this.election = election;
        this.support = support;
        this.ranks = ranks;
        this.spendable = spendable;
        this.endowment = endowment.approximation();
        this.prices = new Prices(endowment);
        this.earlier = earlier;
        divisors = new long[projects];
        money = new double[support.groups];
        exhaustedBy = new int[support.groups];
        Arrays.fill(exhaustedBy, NEVER);
        slack = 4 * ROUNDING * this.endowment;
        Arrays.fill(money, this.endowment);
        boughtAs = new int[projects];
        Arrays.fill(boughtAs, -1);
        live = new boolean[projects];
        aside = new boolean[projects];
        low = new double[projects];
        lowRatio = new double[projects];
        price = new double[projects];
        error = new double[projects];
        allPay = new boolean[projects];
        close = new boolean[projects];
        evaluatedIn = new int[projects];
        exact = new Fraction[projects];
        breaches = new Breach[projects];
        limits = election.limits().isNone() ? null : new LimitTally(election);
        log = new RunLog(projects, this.endowment);
        earlierNext = new int[projects];
        sameStart = earlier != null;
        gain = earlier == null ? 0 : (this.endowment - earlier.endowment) * (1 + MARGIN) + this.endowment * MARGIN;
        gains[0] = gain;
        for (int project = 0; project < projects; project++) {
            long cost = election.cost(project);
            divisors[project] = utility == Utility.COST ? Math.max(1, cost) : 1;
            live[project] = support.units[project] > 0
                    && !election.projects().get(project).withdrawn();
            if (live[project]) {
                bound(project, (double) cost / support.units[project] * (1 - MARGIN));
            }
        }
    }

    /** Buys until nobody can buy more, or more than the real budget is spent. */
    SharesRun run() {
        takeWhatIsFree();
        boolean released = false;
        while (spent <= spendable) {
            int best = best();
            if (best >= 0) {
                offer(best);
            } else if (limits != null && !released) {
                released = true;
                limits.release();
                Arrays.fill(aside, false);
            } else {
                break;
            }
        }
        return this;
    }

    List<Integer> order() {
        return order;
    }

    RunLog log() {
        return log;
    }

    long spent() {
        return spent;
    }

    @Nullable
    Breach breach(int project) {
        return breaches[project];
    }

    /** Who paid for the project that was bought as the given one, from 0. */
    Verdict.Payment payment(int index) {
        settlePrices();
        var bill = bills.get(index);
        return new Verdict.Payment(
                bill.payers(), bill.price() < 0 ? Fraction.ZERO : prices.price(bill.price()), bill.gaveAll());
    }

    /** Cost of the project bought as the given one over the most that anyone paid: the votes that count in full. */
    Fraction effectiveVotes(int index) {
        int project = order.get(index);
        var paid = payment(index).atMost();
        return paid.signum() == 0
                ? Fraction.of(support.units[project])
                : Fraction.of(election.cost(project)).over(paid);
    }

    /** Whether every project that anybody supports was bought, so that larger shares change nothing. */
    boolean complete() {
        for (int project = 0; project < live.length; project++) {
            if (isOpen(project)) {
                return false;
            }
        }
        return true;
    }

    private boolean isOpen(int project) {
        var breach = breaches[project];
        return support.units[project] > 0
                && !election.projects().get(project).withdrawn()
                && !order.contains(project)
                && (breach == null || !breach.lasting());
    }

    /**
     * How much more every voter can get before the outcome changes, or zero where that is not known. It is known where
     * everybody paid the full price of everything and no project left, even if all its supporters could pay alike, is as
     * cheap per utility as those bought: then only a project whose supporters have come to its cost changes anything.
     */
    Fraction quietFor() {
        if (limits != null || bills.stream().anyMatch(bill -> bill.gaveAll() > 0)) {
            return Fraction.ZERO;
        }
        var dearest = Fraction.ZERO;
        for (int project : order) {
            dearest = dearest.max(cheapest(project));
        }
        Fraction quiet = Fraction.ZERO;
        for (int project = 0; project < live.length; project++) {
            if (isOpen(project)) {
                if (cheapest(project).compareTo(dearest) <= 0) {
                    return Fraction.ZERO;
                }
                var needed = Fraction.of(election.cost(project))
                        .minus(behind(project))
                        .over(support.supporters[project]);
                quiet = quiet.signum() == 0 ? needed : quiet.min(needed);
            }
        }
        return quiet;
    }

    private Fraction cheapest(int project) {
        return Fraction.of(election.cost(project), support.units[project]).over(divisors[project]);
    }

    /** Money that supporters of a project have left in the end. */
    Fraction behind(int project) {
        return total(project);
    }

    private void bound(int project, double newLow) {
        low[project] = newLow;
        lowRatio[project] = newLow / divisors[project] * (1 - MARGIN);
    }

    private void takeWhatIsFree() {
        for (int rank = 0; rank < ranks.length; rank++) {
            for (int project = 0; project < ranks.length; project++) {
                if (ranks[project] == rank && live[project] && election.cost(project) == 0) {
                    var breach = limits == null ? null : limits.breach(project);
                    if (breach == null) {
                        bought(project, new Bill(-1, 0, 0), 0);
                    } else {
                        putAside(project, breach);
                    }
                }
            }
        }
    }

    private void putAside(int project, Breach breach) {
        breaches[project] = breach;
        if (breach.lasting()) {
            live[project] = false;
            if (limits != null) {
                limits.close(project);
            }
        } else {
            aside[project] = true;
        }
    }

    private void offer(int project) {
        var breach = limits == null ? null : limits.breach(project);
        if (breach != null) {
            putAside(project, breach);
        } else if (election.cost(project) == 0) {
            bought(project, new Bill(-1, 0, 0), 0);
        } else {
            buy(project);
        }
    }

    private void bought(int project, Bill bill, double paid) {
        live[project] = false;
        breaches[project] = null;
        spent += election.cost(project);
        if (limits != null) {
            limits.take(project);
            Arrays.fill(aside, false);
        }
        int round = order.size();
        order.add(project);
        bills.add(bill);
        log.bought(project, paid);
        if (sameStart && earlier != null && round < earlier.bought && earlier.order[round] == project) {
            gain += Math.max(0, earlier.paid[round] - paid) * support.mostUnits * (1 + MARGIN) + endowment * MARGIN;
            if (gains.length <= round + 1) {
                gains = Arrays.copyOf(gains, gains.length * 2);
            }
            gains[round + 1] = gain;
        } else {
            sameStart = false;
        }
        Arrays.fill(exact, null);
    }

    /** The project with the smallest price per utility, or -1 where none can be paid. */
    private int best() {
        int stamp = order.size() + 1;
        double bestHigh = Double.POSITIVE_INFINITY;
        Arrays.fill(evaluatedIn, 0);
        var contenders = new ArrayList<Integer>();
        while (true) {
            int next = -1;
            for (int project = 0; project < live.length; project++) {
                if (live[project]
                        && !aside[project]
                        && evaluatedIn[project] == 0
                        && (next < 0 || lowRatio[project] < lowRatio[next])) {
                    next = project;
                }
            }
            if (next < 0 || lowRatio[next] > bestHigh) {
                return decide(contenders, bestHigh);
            }
            if (!learned(next) && live[next] && evaluate(next)) {
                evaluatedIn[next] = stamp;
                contenders.add(next);
                bestHigh = Math.min(bestHigh, (price[next] + error[next]) / divisors[next] * (1 + MARGIN));
            }
        }
    }

    private int decide(List<Integer> contenders, double bestHigh) {
        contenders.removeIf(project -> lowRatio[project] > bestHigh);
        if (contenders.size() <= 1) {
            return contenders.isEmpty() ? -1 : contenders.get(0);
        }
        int best = -1;
        Fraction bestRatio = Fraction.ZERO;
        for (int project : contenders) {
            var known =
                    allPay[project] ? Fraction.of(election.cost(project), support.units[project]) : exactPrice(project);
            if (known != null) {
                var ratio = known.over(divisors[project]);
                int comparison = best < 0 ? -1 : ratio.compareTo(bestRatio);
                if (comparison < 0 || comparison == 0 && ranks[project] < ranks[best]) {
                    best = project;
                    bestRatio = ratio;
                }
            }
        }
        return best;
    }

    /** Takes over what the earlier run knew; true where that moved the project. */
    private boolean learned(int project) {
        if (!sameStart || earlier == null) {
            return false;
        }
        int round = order.size();
        double cost = election.cost(project);
        if (earlier.outRound[project] <= round) {
            double total = earlier.outTotal[project]
                    + support.supporters[project] * gains[earlier.outRound[project]] * (1 + MARGIN);
            if (total < cost * (1 - MARGIN)) {
                out(project, earlier.outRound[project], total);
                return true;
            }
        }
        double bound = low[project];
        double slope = 0;
        while (earlierNext[project] < earlier.count(project) && earlier.round(project, earlierNext[project]) <= round) {
            int at = earlierNext[project]++;
            double lowered = earlier.bound(project, at) * (1 - MARGIN)
                    - gains[earlier.round(project, at)] * earlier.slope(project, at) * (1 + MARGIN);
            if (lowered > bound) {
                bound = lowered;
                slope = earlier.slope(project, at);
            }
        }
        if (bound > low[project]) {
            bound(project, bound);
            log.bound(project, round, bound, slope);
            return true;
        }
        return false;
    }

    private void out(int project, int round, double total) {
        live[project] = false;
        log.outRound[project] = round;
        log.outTotal[project] = total;
    }

    /**
     * Finds the price per unit of a project; false where its supporters cannot pay it any more. Newton's steps start from
     * the lower bound and only go up, so after one pass over the supporters only those are looked at again whose money
     * is a little above the bound.
     */
    private boolean evaluate(int project) {
        int from = support.columnStart[project];
        int to = support.columnStart[project + 1];
        double cost = election.cost(project);
        double trial = low[project];
        while (true) {
            double reach = trial * REACH;
            pass(from, to, trial, reach);
            double doubt = support.supporters[project] * slack + (to - from + 4) * ROUNDING * total + cost * ROUNDING;
            if (total < cost - doubt) {
                out(project, order.size(), total + doubt);
                return false;
            }
            double next = total <= cost + doubt ? -1 : settle(project, cost, reach);
            double richUnits = support.units[project] - poorUnits;
            if (next < 0 || richUnits <= 0) {
                return evaluateExactly(project);
            }
            double spread = doubt / richUnits + next * ROUNDING;
            if (next < reach) {
                if (next + 2 * spread >= nearest) {
                    return evaluateExactly(project);
                }
                price[project] = next;
                error[project] = spread;
                allPay[project] = poorUnits == 0;
                double apart = slack + 2 * spread;
                close[project] = next - Math.max(trial, mostPoor) <= apart || nearest - next <= apart;
                raise(project, next - spread, richUnits);
                return true;
            }
            trial = next - spread;
        }
    }

    /**
     * Sums up the supporters below a trial price and remembers those between it and the reach. Which supporter is where
     * no processor can predict, so the signs of differences are counted instead of branching on them.
     */
    private void pass(int from, int to, double trial, double reach) {
        double sum = 0;
        double poor = 0;
        long units = 0;
        int kept = 0;
        makeRoom(to - from);
        var near = nearEntries;
        var groups = support.columnGroup;
        var weights = support.columnWeight;
        var worths = support.columnUnits;
        for (int entry = from; entry < to; entry++) {
            double has = money[groups[entry]];
            double gives = has * weights[entry];
            int worth = worths[entry];
            long isPoor = Double.doubleToRawLongBits(has - trial * worth) >>> 63;
            long isBelow = Double.doubleToRawLongBits(has - reach * worth) >>> 63;
            sum += gives;
            poor += Double.longBitsToDouble(Double.doubleToRawLongBits(gives) & -isPoor);
            units += (long) weights[entry] * worth & -isPoor;
            near[kept] = entry;
            kept += (int) (isBelow - isPoor);
        }
        total = sum;
        poorMoney = poor;
        poorUnits = units;
        nearest = reach;
        nearCount = kept;
        mostPoor = 0;
    }

    private void makeRoom(int entries) {
        if (nearEntries.length <= entries) {
            nearEntries = new int[entries + 1];
            poorEntries = new int[entries + 1];
        }
    }

    /** Moves those remembered below the price as far as they are poor; the price, or one past the reach, or -1. */
    private double settle(int project, double cost, double reach) {
        double beyond = nearest;
        while (true) {
            double richUnits = (double) support.units[project] - poorUnits;
            if (richUnits <= 0) {
                return -1;
            }
            double next = (cost - poorMoney) / richUnits;
            if (next >= reach) {
                return next;
            }
            int kept = 0;
            double least = beyond;
            for (int index = 0; index < nearCount; index++) {
                int entry = nearEntries[index];
                double has = money[support.columnGroup[entry]];
                int worth = support.columnUnits[entry];
                if (has < next * worth) {
                    poorMoney += has * support.columnWeight[entry];
                    poorUnits += (long) support.columnWeight[entry] * worth;
                    mostPoor = Math.max(mostPoor, has / worth);
                } else {
                    nearEntries[kept++] = entry;
                    least = Math.min(least, has / worth);
                }
            }
            if (kept == nearCount) {
                nearest = least;
                return next;
            }
            nearCount = kept;
        }
    }

    private void raise(int project, double bound, double richUnits) {
        bound(project, Math.max(low[project], bound));
        log.bound(project, order.size(), low[project], support.supporters[project] / richUnits);
    }

    private boolean evaluateExactly(int project) {
        var found = exactPrice(project);
        if (found == null) {
            out(project, order.size(), election.cost(project));
            return false;
        }
        price[project] = found.approximation();
        error[project] = price[project] * ROUNDING;
        allPay[project] = false;
        close[project] = true;
        bound(project, Math.max(low[project], price[project] - error[project]));
        return true;
    }

    /** The exact price per unit, or null where the supporters have less than the cost. */
    private @Nullable Fraction exactPrice(int project) {
        var known = exact[project];
        if (known != null) {
            return known;
        }
        long cost = election.cost(project);
        var total = total(project);
        int comparison = total.compareTo(Fraction.of(cost));
        if (comparison < 0) {
            return null;
        }
        var found = comparison == 0 ? mostPerUnit(project) : balance(project, cost);
        exact[project] = found;
        return found;
    }

    /** Newton's steps from below on exact numbers: the set of those who give all only grows until it fits the price. */
    private Fraction balance(int project, long cost) {
        var found = Fraction.of(cost, support.units[project]);
        while (true) {
            var bought = new long[prices.count()];
            long poorVoters = 0;
            long poorUnits = 0;
            for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
                int group = support.columnGroup[entry];
                if (isPoor(group, support.columnUnits[entry], found)) {
                    poorUnits += (long) support.columnWeight[entry] * support.columnUnits[entry];
                    poorVoters += collect(group, bought);
                }
            }
            var rest = prices.rest(cost, prices.money(poorVoters, bought));
            var next = prices.perUnit(rest, support.units[project] - poorUnits);
            if (next.equals(found)) {
                return found;
            }
            found = next;
        }
    }

    /** Whether a voter has less than the price of so many units, decided exactly where doubles are too close. */
    private boolean isPoor(int group, int worth, Fraction unitPrice) {
        double has = money[group];
        if (has == 0) {
            return true;
        }
        double asked = unitPrice.approximation() * worth;
        double doubt = slack + asked * ROUNDING;
        if (Math.abs(has - asked) > doubt) {
            return has < asked;
        }
        return exactMoney(group).compareTo(unitPrice.times(worth)) < 0;
    }

    /** Brings the exact prices up to the last purchase. */
    private void settlePrices() {
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

    /** Computes every voter's money anew from exact prices. */
    private void renewMoney() {
        settlePrices();
        var paid = new double[purchases.size()];
        for (int index = 0; index < paid.length; index++) {
            paid[index] = prices.price(index).approximation();
        }
        for (int group = 0; group < money.length; group++) {
            if (exhaustedBy[group] == NEVER) {
                double left = endowment;
                for (int entry = support.rowStart[group]; entry < support.rowStart[group + 1]; entry++) {
                    int as = boughtAs[support.rowProject[entry]];
                    left -= as < 0 ? 0 : paid[as] * support.rowUnits[entry];
                }
                money[group] = Math.max(left, Double.MIN_VALUE);
            }
        }
        slack = (purchases.size() + 2) * 4 * ROUNDING * endowment;
    }

    private Fraction exactMoney(int group) {
        settlePrices();
        var bought = new long[prices.count()];
        long voters = collect(group, bought);
        return prices.moneyOf(voters, bought).over(support.weight[group]);
    }

    /** Adds what a group of voters has bought; how many of them have money left. */
    private long collect(int group, long[] bought) {
        if (exhaustedBy[group] < bought.length) {
            return 0;
        }
        long voters = support.weight[group];
        int end = support.rowStart[group + 1];
        boolean uniform = support.uniform;
        for (int entry = support.rowStart[group]; entry < end; entry++) {
            int as = boughtAs[support.rowProject[entry]];
            if (as >= 0 && as < bought.length) {
                bought[as] += uniform ? voters : voters * support.rowUnits[entry];
            }
        }
        return voters;
    }

    private Fraction total(int project) {
        settlePrices();
        var bought = new long[prices.count()];
        long voters = 0;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            voters += collect(support.columnGroup[entry], bought);
        }
        return prices.moneyOf(voters, bought);
    }

    private Fraction mostPerUnit(int project) {
        var most = Fraction.ZERO;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            int group = support.columnGroup[entry];
            if (money[group] > 0) {
                most = most.max(exactMoney(group).over(support.columnUnits[entry]));
            }
        }
        return most;
    }

    private void buy(int project) {
        var known = needsExactPrice(project) ? exactPrice(project) : null;
        double trial = price[project];
        int from = support.columnStart[project];
        int to = support.columnStart[project + 1];
        makeRoom(to - from);
        int index = purchases.size();
        int rich = 0;
        int poor = 0;
        long payers = 0;
        long gaveAll = 0;
        long richUnits = 0;
        double given = 0;
        for (int entry = from; entry < to; entry++) {
            int group = support.columnGroup[entry];
            double has = money[group];
            long voters = support.columnWeight[entry];
            int worth = support.columnUnits[entry];
            long isRich = known == null
                    ? 1 - (Double.doubleToRawLongBits(has - trial * worth) >>> 63)
                    : isRicher(group, worth, known) ? 1 : 0;
            long hasAny = Double.doubleToRawLongBits(0 - has) >>> 63;
            payers += voters & -hasAny;
            gaveAll += voters & -(hasAny & ~isRich);
            richUnits += voters * worth & -isRich;
            given += Double.longBitsToDouble(Double.doubleToRawLongBits(has * voters) & -(1 - isRich));
            nearEntries[rich] = entry;
            rich += (int) isRich;
            poorEntries[poor] = group;
            poor += (int) (1 - isRich);
        }
        for (int next = 0; next < poor; next++) {
            int group = poorEntries[next];
            money[group] = 0;
            exhaustedBy[group] = Math.min(exhaustedBy[group], index);
        }
        purchases.add(new Purchase(project, richUnits, richUnits == 0 ? known : null));
        double cost = election.cost(project);
        double paid = known != null ? known.approximation() : (cost - given) / richUnits;
        double doubt = known != null
                ? paid * ROUNDING
                : (gaveAll * slack + (to - from + 4) * ROUNDING * given + cost * ROUNDING) / richUnits
                        + paid * ROUNDING;
        boughtAs[project] = index;
        for (int next = 0; next < rich; next++) {
            int entry = nearEntries[next];
            int group = support.columnGroup[entry];
            money[group] = Math.max(money[group] - paid * support.columnUnits[entry], Double.MIN_VALUE);
        }
        slack += doubt * support.mostUnits + 4 * ROUNDING * endowment;
        if (slack > TOO_LARGE * endowment) {
            renewMoney();
        }
        bought(project, new Bill(index, payers, gaveAll), paid);
    }

    private boolean isRicher(int group, int worth, Fraction unitPrice) {
        double has = money[group];
        double asked = unitPrice.approximation() * worth;
        double doubt = slack + asked * ROUNDING;
        if (has == 0 || Math.abs(has - asked) > doubt) {
            return has > asked;
        }
        return exactMoney(group).compareTo(unitPrice.times(worth)) > 0;
    }

    /** Whether some voter's money is so close to the price that doubles cannot tell who gives all. */
    private boolean needsExactPrice(int project) {
        if (exact[project] != null) {
            return true;
        }
        if (!close[project]) {
            return false;
        }
        double trial = price[project];
        double doubt = slack + error[project] * support.mostUnits + trial * support.mostUnits * ROUNDING;
        for (int entry = support.columnStart[project]; entry < support.columnStart[project + 1]; entry++) {
            double has = money[support.columnGroup[entry]];
            if (Math.abs(has - trial * support.columnUnits[entry]) <= doubt && has > 0) {
                return true;
            }
        }
        return false;
    }
}
