package pe.minka.workshop.result;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The options of a counted round in their order: by score, and where scores are equal by the declared chain, each
 * criterion among those only whom the ones before left equal.
 *
 * @param places the first first; equal ones, where the chain ends without a word on them, share a place
 * @param awaiting ties that the chain sends to a second round, which was not held
 * @param undrawn ties that the chain sends to a draw for which nothing was tossed yet
 */
record SettledOrder(List<Place> places, List<Set<UUID>> awaiting, List<Undrawn> undrawn) {

    /** @param round whose draw it is */
    record Undrawn(UUID round, Set<UUID> tied) {}

    /** What set a place apart from the next. */
    enum By {
        SCORE,
        VOTES,
        COST,
        LIST_ORDER,
        SECOND_ROUND,
        DRAW,
        /** The place is shared. */
        NOTHING
    }

    /** @param centimos null where nothing is known of the cost: after all others */
    record Contender(
            UUID option,
            int position,
            int votes,
            long score,
            @Nullable Long centimos) {}

    /** @param lot of the draw; null where none was needed */
    record Place(
            int place, UUID option, By settledBy, @Nullable String lot) {}

    /** A second round as it was counted, with the draw that decides what it left equal. */
    record Held(Map<UUID, Long> scores, RoundDraw draw) {}

    static SettledOrder of(
            List<Contender> contenders,
            List<String> chain,
            RoundDraw draw,
            Function<Set<UUID>, Optional<Held>> secondRounds) {
        var run = new Run(chain, secondRounds);
        run.split(contenders, By.SCORE, 0, draw, Comparator.comparingLong(each -> -each.score()));
        return new SettledOrder(List.copyOf(run.places), List.copyOf(run.awaiting), List.copyOf(run.undrawn));
    }

    boolean isFinal() {
        return awaiting.isEmpty() && undrawn.isEmpty();
    }

    /** A way through the chain, from the whole list down to single options. */
    private static final class Run {

        private final List<String> chain;
        private final Function<Set<UUID>, Optional<Held>> secondRounds;
        private final List<Place> places = new ArrayList<>();
        private final List<Set<UUID>> awaiting = new ArrayList<>();
        private final List<Undrawn> undrawn = new ArrayList<>();

        private Run(List<String> chain, Function<Set<UUID>, Optional<Held>> secondRounds) {
            this.chain = chain;
            this.secondRounds = secondRounds;
        }

        /** Sorts a group; whoever is alone then has a place, and who are not go on to the next criterion. */
        private void split(List<Contender> group, By by, int next, RoundDraw draw, Comparator<Contender> order) {
            var sorted = group.stream().sorted(order).toList();
            int start = 0;
            while (start < sorted.size()) {
                int end = start + 1;
                while (end < sorted.size() && order.compare(sorted.get(start), sorted.get(end)) == 0) {
                    end++;
                }
                settle(sorted.subList(start, end), by, next, draw);
                start = end;
            }
        }

        private void settle(List<Contender> equal, By by, int next, RoundDraw draw) {
            if (equal.size() == 1) {
                place(equal.get(0), by, draw);
            } else if (next == chain.size()) {
                int shared = places.size() + 1;
                equal.forEach(each -> places.add(new Place(shared, each.option(), By.NOTHING, null)));
            } else {
                settle(equal, chain.get(next), next + 1, draw);
            }
        }

        private void settle(List<Contender> equal, String criterion, int next, RoundDraw draw) {
            switch (criterion) {
                case "VOTES" -> split(equal, By.VOTES, next, draw, Comparator.comparingInt(each -> -each.votes()));
                case "COST" ->
                    split(
                            equal,
                            By.COST,
                            next,
                            draw,
                            Comparator.comparingLong(
                                    each -> Objects.requireNonNullElse(each.centimos(), Long.MAX_VALUE)));
                case "LIST_ORDER" ->
                    split(equal, By.LIST_ORDER, next, draw, Comparator.comparingInt(Contender::position));
                case "DRAW" -> draw(equal, draw);
                case "SECOND_ROUND" -> secondRound(equal, next, draw);
                default -> throw new IllegalArgumentException("no criterion of a tie: " + criterion);
            }
        }

        private static Set<UUID> options(List<Contender> equal) {
            return equal.stream().map(Contender::option).collect(Collectors.toUnmodifiableSet());
        }

        /** No two lots are equal: nothing of the chain comes after it. */
        private void draw(List<Contender> equal, RoundDraw draw) {
            if (draw.isTossed()) {
                split(equal, By.DRAW, chain.size(), draw, Comparator.comparing(each -> draw.lot(each.option())));
            } else {
                undrawn.add(new Undrawn(draw.round(), options(equal)));
                split(equal, By.NOTHING, chain.size(), draw, Comparator.comparingInt(each -> 0));
            }
        }

        private void secondRound(List<Contender> equal, int next, RoundDraw draw) {
            var tied = options(equal);
            var held = secondRounds.apply(tied);
            if (held.isEmpty()) {
                awaiting.add(tied);
                split(equal, By.NOTHING, next, draw, Comparator.comparingInt(each -> 0));
                return;
            }
            var scores = new TreeMap<>(held.get().scores());
            split(
                    equal,
                    By.SECOND_ROUND,
                    next,
                    held.get().draw(),
                    Comparator.comparingLong(each -> -Objects.requireNonNull(scores.get(each.option()))));
        }

        private void place(Contender alone, By by, RoundDraw draw) {
            places.add(
                    new Place(places.size() + 1, alone.option(), by, by == By.DRAW ? draw.lot(alone.option()) : null));
        }
    }
}
