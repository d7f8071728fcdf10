package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One run of the Method of Equal Shares with a given endowment of each voter.
 *
 * <p>Decisions are made on doubles with an error bound ({@link Purses}, {@link PriceSearch}) and, where that cannot
 * decide, on exact fractions ({@link Ledger}, {@link ExactPrices}). Only projects are looked at whose bound from below is
 * not above the best price found.
 */
final class SharesRun {
    private final Election election;
    private final Support support;
    private final long spendable;
    private final Offer[] offers;
    private final OfferQueue queue;
    private final Ledger ledger;
    private final Purses purses;
    private final PriceSearch search;
    private final ExactPrices exactly;
    private final @Nullable LimitTally limits;
    private final @Nullable Breach[] breaches;
    private final RunLog log;
    private final @Nullable Foresight foresight;
    private final List<Integer> order = new ArrayList<>();
    private long spent;
    private boolean comparing;
    private boolean steady;

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
        this.spendable = spendable;
        ledger = new Ledger(election, support, endowment);
        purses = new Purses(support, ledger, endowment);
        search = new PriceSearch(support, purses);
        exactly = new ExactPrices(support, purses, ledger);
        breaches = new Breach[projects];
        limits = election.limits().isNone() ? null : new LimitTally(election);
        log = new RunLog(projects, purses.endowment());
        foresight = earlier == null ? null : new Foresight(earlier, support, purses.endowment());
        offers = new Offer[projects];
        for (int project = 0; project < projects; project++) {
            long cost = election.cost(project);
            long divisor = utility == Utility.COST ? Math.max(1, cost) : 1;
            offers[project] = new Offer(project, cost, support.units[project], divisor, ranks[project]);
            offers[project].live = support.units[project] > 0
                    && !election.projects().get(project).withdrawn();
        }
        queue = new OfferQueue(offers);
    }

    /**
     * Runs to find out whether every endowment between that of the earlier run and this one has the same outcome. Let both
     * runs have bought the same so far. So has then any run between, its voters have no less than in the earlier run and
     * no more than here, and its prices are no higher than there and no lower than here. If the project bought next cost
     * less per utility in the earlier run than any other does here, it is next in between too. Ends as soon as that fails.
     */
    SharesRun compare() {
        comparing = true;
        steady = true;
        return run();
    }

    /** Whether the comparison found the same outcome everywhere in between. */
    boolean steady() {
        return steady && foresight != null && foresight.sameInAll(log);
    }

    /** Buys until nobody can buy more, or more than the real budget is spent. */
    SharesRun run() {
        takeWhatIsFree();
        boolean released = false;
        while (spent <= spendable && (steady || !comparing)) {
            var best = best();
            if (best != null) {
                offer(best);
            } else if (limits != null && !released) {
                released = true;
                limits.release();
                bringBack();
            } else {
                break;
            }
        }
        return this;
    }

    List<Integer> order() {
        return order;
    }

    /** What the next run can know from this one. */
    RunLog log() {
        log.keep(purses.footing());
        return log;
    }

    long spent() {
        return spent;
    }

    /** What the run came to, once it has ended. */
    SharesOutcome outcome() {
        return new SharesOutcome(election, support, offers, order, breaches, limits, ledger, purses.allPaidByAll());
    }

    private void takeWhatIsFree() {
        for (int rank = 0; rank < offers.length; rank++) {
            for (var offer : offers) {
                if (offer.rank == rank && offer.live && offer.cost == 0) {
                    offer(offer);
                }
            }
        }
    }

    private void bringBack() {
        for (var offer : offers) {
            offer.aside = false;
        }
    }

    private void offer(Offer offer) {
        var breach = limits == null ? null : limits.breach(offer.project);
        if (breach == null) {
            bought(offer, offer.cost == 0 ? 0 : pay(offer));
            return;
        }
        breaches[offer.project] = breach;
        if (breach.lasting()) {
            offer.live = false;
            if (limits != null) {
                limits.close(offer.project);
            }
        } else {
            offer.aside = true;
        }
    }

    /** Takes the money; how far the price may be off. */
    private double pay(Offer offer) {
        var footing = footing(offer);
        if (footing != null) {
            purses.payLater(offer.project, offer.price, footing);
            return offer.error;
        }
        var exact = needsExactPrice(offer) ? exactly.of(offer) : null;
        if (exact == null) {
            return purses.pay(offer.project, offer.price, offer.poorMoney, offer.richUnits);
        }
        offer.price = exact.approximation();
        return purses.payExactly(offer.project, exact);
    }

    /** Where the earlier run bought this project now, and all paid it in full. */
    private Purses.@Nullable Footing footing(Offer offer) {
        return foresight == null ? null : foresight.footing(offer.project, order.size(), ledger.purchases());
    }

    private void bought(Offer offer, double error) {
        offer.live = false;
        breaches[offer.project] = null;
        spent += offer.cost;
        if (limits != null) {
            limits.take(offer.project);
            bringBack();
        }
        if (foresight != null) {
            foresight.bought(offer.project, order.size(), offer.price - error);
        }
        log.bought(offer.project, offer.price + error);
        order.add(offer.project);
        for (var other : offers) {
            other.exact = null;
        }
    }

    /** The project with the smallest price per utility, or null where none can be paid. */
    private @Nullable Offer best() {
        double bestHigh = Double.POSITIVE_INFINITY;
        double earlier = comparing && foresight != null ? foresight.earlierRatio(log.offered()) : 0;
        var contenders = new ArrayList<Offer>();
        queue.begin();
        for (var next = queue.next(bestHigh); next != null; next = queue.next(Math.max(bestHigh, earlier))) {
            if (!foreseen(next) && find(next)) {
                contenders.add(next);
                queue.found(next);
                bestHigh = Math.min(bestHigh, next.highRatio());
            }
            queue.moveBack();
        }
        var rivals = List.copyOf(contenders);
        var best = decide(contenders, bestHigh);
        if (best != null) {
            steady = steady && isBestInBetween(best, rivals, earlier);
            log.offered(best.project, best.highRatio());
        }
        return best;
    }

    /** Whether no rival can come before the best with any endowment down to that of the earlier run. */
    private boolean isBestInBetween(Offer best, List<Offer> rivals, double earlier) {
        if (foresight == null || !foresight.expects(best.project, log.offered())) {
            return false;
        }
        boolean always = foresight.footing(best.project, order.size(), ledger.purchases()) != null;
        for (var rival : rivals) {
            if (rival != best && rival.lowRatio() <= earlier && !(always && best.comesBeforeAtBest(rival))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Offer decide(List<Offer> contenders, double bestHigh) {
        contenders.removeIf(offer -> offer.lowRatio() > bestHigh);
        if (contenders.size() <= 1) {
            return contenders.isEmpty() ? null : contenders.get(0);
        }
        Offer best = null;
        Fraction bestRatio = Fraction.ZERO;
        for (var offer : contenders) {
            var known = offer.paidByAll() ? offer.cheapest() : exactly.of(offer);
            if (known != null) {
                var ratio = known.over(offer.divisor);
                int comparison = best == null ? -1 : ratio.compareTo(bestRatio);
                if (comparison < 0 || best != null && comparison == 0 && offer.rank < best.rank) {
                    best = offer;
                    bestRatio = ratio;
                }
            }
        }
        return best;
    }

    /** Takes over what the earlier run knew; true where that moved the project. */
    private boolean foreseen(Offer offer) {
        if (foresight == null || !foresight.applies()) {
            return false;
        }
        int round = order.size();
        double total = foresight.knownToLack(offer, round);
        if (total > 0) {
            out(offer, total);
            return true;
        }
        return foresight.raise(offer, round, log);
    }

    private void out(Offer offer, double total) {
        offer.live = false;
        log.out(offer.project, order.size(), total);
    }

    /** Finds the price of a project; false where its supporters cannot pay it any more. */
    private boolean find(Offer offer) {
        if (offer.cost == 0 || footing(offer) != null) {
            offer.paidByAllAt(offer.cheapest().approximation(), Purses.ROUNDING);
            log.bound(offer.project, order.size(), offer.low(), 0);
            return true;
        }
        return switch (search.look(offer)) {
            case FOUND -> {
                log.bound(offer.project, order.size(), offer.low() - purses.slack(), search.slope());
                yield true;
            }
            case TOO_DEAR -> {
                out(offer, search.totalAtMost());
                yield false;
            }
            case UNCLEAR -> findExactly(offer);
        };
    }

    private boolean findExactly(Offer offer) {
        var found = exactly.of(offer);
        if (found == null) {
            out(offer, offer.cost);
            return false;
        }
        offer.price = found.approximation();
        offer.error = offer.price * Purses.ROUNDING;
        offer.richUnits = 0;
        offer.close = true;
        offer.raise(offer.price - offer.error);
        return true;
    }

    /** Whether some voter's money is so close to the price that doubles cannot tell who gives all. */
    private boolean needsExactPrice(Offer offer) {
        if (offer.exact != null) {
            return true;
        }
        if (!offer.close) {
            return false;
        }
        double price = offer.price;
        double doubt = purses.slack() + (offer.error + price * Purses.ROUNDING) * support.mostUnits;
        var money = purses.money();
        for (int entry = support.columnStart[offer.project]; entry < support.columnStart[offer.project + 1]; entry++) {
            double has = money[support.columnGroup[entry]];
            if (Math.abs(has - price * support.columnUnits[entry]) <= doubt && has > 0) {
                return true;
            }
        }
        return false;
    }
}
