package pe.minka.workshop.ballot;

import java.util.Objects;

/**
 * A count in progress: takes ballots one by one and holds only sums, so that its memory does not grow with them.
 * Rankings score by Borda: of {@code n} options the first gets {@code n} points, the next one less.
 */
final class Count {

    private final BallotKind kind;
    private final int[] votes;
    private final long[] scores;
    private int ballots;
    private int blank;

    Count(BallotKind kind, int options) {
        this.kind = kind;
        this.votes = new int[options];
        this.scores = new long[options];
    }

    /** What was counted and published of a round. */
    static Count published(Round round) {
        var count = new Count(round.paper().kind(), round.options().size());
        for (RoundOption option : round.options()) {
            count.votes[option.position()] = Objects.requireNonNull(option.votes());
            count.scores[option.position()] = Objects.requireNonNull(option.score());
        }
        count.ballots = Objects.requireNonNull(round.turnout());
        count.blank = Objects.requireNonNull(round.blank());
        return count;
    }

    void add(Mark mark, int times) {
        ballots = Math.addExact(ballots, times);
        if (mark.isBlank()) {
            blank += times;
            return;
        }
        int rank = 0;
        for (Mark.Choice choice : mark.choices()) {
            votes[choice.position()] += times;
            long each = kind == BallotKind.RANKING ? votes.length - rank : choice.points();
            scores[choice.position()] = Math.addExact(scores[choice.position()], Math.multiplyExact(each, times));
            rank++;
        }
    }

    int ballots() {
        return ballots;
    }

    int blank() {
        return blank;
    }

    int votes(int position) {
        return votes[position];
    }

    long score(int position) {
        return scores[position];
    }
}
