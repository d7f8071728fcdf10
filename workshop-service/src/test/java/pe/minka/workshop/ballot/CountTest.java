package pe.minka.workshop.ballot;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CountTest {

    @Test
    @Tag("LIM-13")
    void every_ballot_weighs_one() {
        var count = new Count(BallotKind.APPROVAL, 3);
        count.add(Mark.read("0,2"), 2);
        count.add(Mark.read("2"), 1);
        count.add(Mark.BLANK, 1);

        assertThat(count.ballots()).isEqualTo(4);
        assertThat(count.blank()).isEqualTo(1);
        assertThat(new long[] {count.score(0), count.score(1), count.score(2)}).containsExactly(2, 0, 3);
    }

    @Test
    void a_ranking_scores_by_borda() {
        var count = new Count(BallotKind.RANKING, 3);
        count.add(Mark.read("2,0,1"), 1);
        count.add(Mark.read("0"), 1);

        assertThat(new long[] {count.score(0), count.score(1), count.score(2)}).containsExactly(5, 1, 3);
        assertThat(count.votes(0)).isEqualTo(2);
    }

    @Test
    void points_are_summed() {
        var count = new Count(BallotKind.POINTS, 2);
        count.add(Mark.read("0:3,1:2"), 10);

        assertThat(count.score(0)).isEqualTo(30);
        assertThat(count.votes(1)).isEqualTo(10);
    }
}
