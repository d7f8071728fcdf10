package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Comparator;

/** The offers of a run by the bounds of their prices per utility, which only grow; what can no longer be bought drops out. */
final class OfferQueue {
    private final Offer[] waiting;
    private int count;
    private int at;
    private int looks;

    OfferQueue(Offer[] offers) {
        waiting = offers.clone();
        Arrays.sort(waiting, Comparator.comparingDouble(Offer::lowRatio));
        count = waiting.length;
    }

    /** Starts a new look at all of them. */
    void begin() {
        looks++;
        at = 0;
    }

    /** The next whose bound is not above a ratio and whose price is not found yet in this look, or null. */
    @Nullable
    Offer next(double ratio) {
        while (at < count && waiting[at].lowRatio() <= ratio) {
            var next = waiting[at];
            if (!next.live) {
                System.arraycopy(waiting, at + 1, waiting, at, --count - at);
            } else if (next.aside || next.found == looks) {
                at++;
            } else {
                return next;
            }
        }
        return null;
    }

    /** Notes that the price of an offer is found in this look. */
    void found(Offer offer) {
        offer.found = looks;
    }

    /** Moves the offer looked at, whose bound may have grown, to its place. */
    void moveBack() {
        var moved = waiting[at];
        int to = at;
        while (to + 1 < count && waiting[to + 1].lowRatio() < moved.lowRatio()) {
            waiting[to] = waiting[to + 1];
            to++;
        }
        waiting[to] = moved;
    }
}
