package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What a run of Equal Shares came to: what was bought by whom, and what keeps the others out. */
final class SharesOutcome {
    private final Election election;
    private final Support support;
    private final Offer[] offers;
    private final List<Integer> order;
    private final @Nullable Breach[] breaches;
    private final @Nullable LimitTally limits;
    private final Ledger ledger;
    private final boolean allPaidByAll;

    SharesOutcome(
            Election election,
            Support support,
            Offer[] offers,
            List<Integer> order,
            @Nullable Breach[] breaches,
            @Nullable LimitTally limits,
            Ledger ledger,
            boolean allPaidByAll) {
        this.election = election;
        this.support = support;
        this.offers = offers;
        this.order = order;
        this.breaches = breaches;
        this.limits = limits;
        this.ledger = ledger;
        this.allPaidByAll = allPaidByAll;
    }

    /** Projects bought, in their order. */
    List<Integer> order() {
        return order;
    }

    @Nullable
    Breach breach(int project) {
        return breaches[project];
    }

    /** Who paid for a project that was bought. */
    Verdict.Payment payment(int project) {
        return ledger.payment(project);
    }

    /** Cost of a project bought over the most that anyone paid: the votes that count in full. */
    Fraction effectiveVotes(int project) {
        var paid = payment(project).atMost();
        return paid.signum() == 0
                ? Fraction.of(support.units[project])
                : Fraction.of(election.cost(project)).over(paid);
    }

    /** Money that supporters of a project have left in the end. */
    Fraction behind(int project) {
        return ledger.moneyBehind(project);
    }

    /** Whether every project that anybody supports was bought or is kept out by limits, so that the shares suffice. */
    boolean complete() {
        for (int project = 0; project < offers.length; project++) {
            if (isOpen(project)) {
                return false;
            }
        }
        return true;
    }

    /** Whether some project that was not bought, with votes or without, would fit in an amount and in the limits. */
    boolean leavesOut(long amount) {
        for (int project = 0; project < offers.length; project++) {
            if (offers[project].cost <= amount && isLeft(project)) {
                return true;
            }
        }
        return false;
    }

    /** Whether only money keeps a project out that somebody supports. */
    private boolean isOpen(int project) {
        return support.units[project] > 0 && isLeft(project);
    }

    private boolean isLeft(int project) {
        return !election.projects().get(project).withdrawn()
                && !order.contains(project)
                && (limits == null || limits.breach(project) == null);
    }

    /**
     * How much more every voter can get before the outcome changes, or zero where that is not known. It is known where
     * everybody paid the full price of everything and no project left, even if all its supporters could pay alike, is as
     * cheap per utility as those bought: then only a project whose supporters have come to its cost changes anything.
     */
    Fraction quietFor() {
        if (limits != null || !allPaidByAll) {
            return Fraction.ZERO;
        }
        var dearest = Fraction.ZERO;
        for (int project : order) {
            dearest = dearest.max(cheapest(project));
        }
        Fraction quiet = Fraction.ZERO;
        for (int project = 0; project < offers.length; project++) {
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
        return offers[project].cheapest().over(offers[project].divisor);
    }
}
