package pe.minka.rules;

/**
 * How many steps to try at once: the longer nothing has changed, now or the last time, the more, and by halves where it is known that something
 * does change. A guess, which only decides how much work there is.
 */
final class Stride {
    private static final long PATIENCE = 64;

    private long still;
    private long lastStill;
    private long changesWithin = Long.MAX_VALUE;

    long next() {
        long hoped = Math.max(still < PATIENCE ? still / 4 : still, lastStill / 16);
        return Math.max(1, Math.min(hoped, changesWithin / 2));
    }

    /** So many steps were too many to know that nothing changes on the way. */
    void failed(long steps) {
        changesWithin = steps;
    }

    /** So many steps were made, and the outcome is still the same or not. */
    void made(long steps, boolean same) {
        lastStill = same ? lastStill : still;
        still = same ? Math.addExact(still, steps) : 0;
        changesWithin = same && changesWithin > steps && changesWithin < Long.MAX_VALUE
                ? changesWithin - steps
                : Long.MAX_VALUE;
    }
}
