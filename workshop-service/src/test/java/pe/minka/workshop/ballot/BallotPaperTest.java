package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class BallotPaperTest {

    private static final List<UUID> OPTIONS =
            IntStream.range(0, 4).mapToObj(i -> new UUID(0, i)).toList();

    @Test
    void an_approval_ballot_takes_any_number_of_options_in_any_order() {
        var paper = paper("APPROVAL", 1, null, null);

        assertThat(marked(paper, OPTIONS.get(3), OPTIONS.get(0))).isEqualTo("0,3");
    }

    @Test
    void a_ranking_keeps_the_order_of_the_voter() {
        var paper = paper("RANKING", 1, null, null);

        assertThat(marked(paper, OPTIONS.get(3), OPTIONS.get(0))).isEqualTo("3,0");
    }

    @Test
    void one_choice_more_than_the_regulation_allows_is_refused() {
        var paper = paper("UP_TO", 1, 2, null);

        assertThat(read(paper, OPTIONS.subList(0, 2))).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(breach(paper, OPTIONS.subList(0, 3))).isEqualTo(Breach.TOO_MANY_CHOICES);
    }

    @Test
    void choose_one_takes_one() {
        assertThat(breach(paper("CHOOSE_ONE", 1, null, null), OPTIONS.subList(0, 2)))
                .isEqualTo(Breach.TOO_MANY_CHOICES);
    }

    @Test
    void a_ceiling_per_objective_counts_under_each_objective_alone() {
        var paper = paper("UP_TO", 1, 1, "OBJECTIVE");

        assertThat(read(paper, List.of(OPTIONS.get(0), OPTIONS.get(1)))).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(breach(paper, List.of(OPTIONS.get(0), OPTIONS.get(2)))).isEqualTo(Breach.TOO_MANY_CHOICES);
    }

    @Test
    void four_votes_each_under_an_objective_and_one_for_the_whole_district_are_one_ballot() {
        var options = IntStream.range(0, 10)
                .mapToObj(i -> new RoundOption(
                        new UUID(1, i),
                        i,
                        "Proyecto " + i,
                        null,
                        i < 8 ? new UUID(9, i % 4) : null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
        var paper = new BallotPaper(rule("UP_TO", 1, 1, "OBJECTIVE", true), options, null);
        var five = List.of(0, 1, 2, 3, 8).stream().map(i -> new UUID(1, i)).toList();
        var six = List.of(0, 1, 2, 3, 8, 9).stream().map(i -> new UUID(1, i)).toList();

        assertThat(read(paper, five)).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(breach(paper, six)).isEqualTo(Breach.TOO_MANY_CHOICES);
        assertThat(breach(paper, List.of(new UUID(1, 0), new UUID(1, 4)))).isEqualTo(Breach.TOO_MANY_CHOICES);
    }

    @Test
    void a_knapsack_one_centimo_over_the_budget_is_refused() {
        var within = new BallotPaper(rule("KNAPSACK", 1, null, null, true), options(), Soles.of("3000.00"));
        var over = new BallotPaper(rule("KNAPSACK", 1, null, null, true), options(), Soles.of("2999.99"));

        assertThat(read(within, OPTIONS.subList(0, 2))).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(breach(over, OPTIONS.subList(0, 2))).isEqualTo(Breach.OVER_BUDGET);
    }

    @Test
    void points_beyond_those_to_share_out_are_refused() {
        var paper = paper("POINTS", 0, null, null);

        assertThat(paper.read(null, Map.of(OPTIONS.get(0), 3, OPTIONS.get(1), 2)))
                .isEqualTo(new BallotPaper.Reading.Marked(
                        new Mark(List.of(new Mark.Choice(0, 3), new Mark.Choice(1, 2)))));
        assertThat(refusal(paper.read(null, Map.of(OPTIONS.get(0), 3, OPTIONS.get(1), 3))))
                .isEqualTo(Breach.POINTS_OUT_OF_RANGE);
        assertThat(refusal(paper.read(null, Map.of(OPTIONS.get(0), -1)))).isEqualTo(Breach.POINTS_OUT_OF_RANGE);
    }

    @Test
    void an_option_of_another_ballot_or_twice_the_same_is_refused() {
        var paper = paper("APPROVAL", 1, null, null);

        assertThat(breach(paper, List.of(new UUID(1, 1)))).isEqualTo(Breach.OPTION_NOT_ON_BALLOT);
        assertThat(breach(paper, List.of(OPTIONS.get(0), OPTIONS.get(0)))).isEqualTo(Breach.OPTION_MARKED_TWICE);
    }

    @Test
    void a_blank_ballot_is_taken_where_the_regulation_says_so() {
        assertThat(read(paper("APPROVAL", 1, null, null), List.of()))
                .isEqualTo(new BallotPaper.Reading.Marked(Mark.BLANK));
        var strict = new BallotPaper(rule("APPROVAL", 1, null, null, false), options(), null);
        assertThat(breach(strict, List.of())).isEqualTo(Breach.BLANK_NOT_ALLOWED);
    }

    @Test
    void no_mark_is_written_longer_than_the_longest() {
        var all = new Mark(
                IntStream.range(0, 4).mapToObj(i -> new Mark.Choice(i, 5)).toList());

        assertThat(all.text(true).length())
                .isLessThanOrEqualTo(paper("POINTS", 0, null, null).longestMark());
        assertThat(all.text(false).length())
                .isLessThanOrEqualTo(paper("APPROVAL", 0, null, null).longestMark());
    }

    @Test
    void a_ballot_of_one_choice_among_thousands_is_no_longer_than_the_longest_choice() {
        var options = options(2_000, 1);

        assertThat(new BallotPaper(rule("CHOOSE_ONE", 1, null, null, true), options, null).longestMark())
                .isEqualTo("1999,".length());
        assertThat(new BallotPaper(rule("UP_TO", 1, 3, null, true), options, null).longestMark())
                .isEqualTo("1999,1998,1997,".length());
        assertThat(new BallotPaper(rule("POINTS", 0, null, null, true), options, null).longestMark())
                .isEqualTo(5 * "1999:5,".length());
    }

    @Test
    void a_ceiling_under_each_objective_and_one_in_all_bound_the_length_as_they_bound_the_choices() {
        var options = options(12, 6);
        var paper = new BallotPaper(rule("UP_TO", 1, 1, "OBJECTIVE", true), options, null);
        var four = new BallotPaper(perObjective(4), options, null);
        var choices = options.subList(6, 12).stream().map(RoundOption::option).toList();

        assertThat(paper.longestMark()).isEqualTo("6,7,8,9,10,11,".length());
        assertThat(four.longestMark()).isEqualTo("8,9,10,11,".length());
        assertThat(read(paper, choices)).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(read(four, choices.subList(0, 4))).isInstanceOf(BallotPaper.Reading.Marked.class);
        assertThat(breach(four, choices.subList(0, 5))).isEqualTo(Breach.TOO_MANY_CHOICES);
    }

    private static Regulation.Ballot perObjective(int inAll) {
        return new Regulation.Ballot(
                "PRIORITISE_PROJECTS",
                "UP_TO",
                1,
                1,
                null,
                null,
                "OBJECTIVE",
                inAll,
                true,
                false,
                true,
                null,
                null,
                null,
                "art. 1");
    }

    private static List<RoundOption> options(int count, int objectives) {
        return IntStream.range(0, count)
                .mapToObj(i -> new RoundOption(
                        new UUID(3, i),
                        i,
                        "Proyecto " + i,
                        null,
                        new UUID(9, i % objectives),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null))
                .toList();
    }

    @Test
    void a_mark_is_read_as_it_was_written() {
        var mark = new Mark(List.of(new Mark.Choice(12, 3), new Mark.Choice(0, 1)));

        assertThat(Mark.read(mark.text(true))).isEqualTo(mark);
        assertThat(Mark.read("")).isEqualTo(Mark.BLANK);
    }

    private static String marked(BallotPaper paper, UUID... choices) {
        return paper.write(((BallotPaper.Reading.Marked) read(paper, List.of(choices))).mark());
    }

    private static BallotPaper.Reading read(BallotPaper paper, List<UUID> choices) {
        return paper.read(choices, null);
    }

    private static Breach breach(BallotPaper paper, List<UUID> choices) {
        return refusal(read(paper, choices));
    }

    private static Breach refusal(BallotPaper.Reading reading) {
        return ((BallotPaper.Reading.Refused) reading).breach();
    }

    private static BallotPaper paper(String kind, int fewest, @Nullable Integer most, @Nullable String choicesPer) {
        return new BallotPaper(rule(kind, fewest, most, choicesPer, true), options(), null);
    }

    private static Regulation.Ballot rule(
            String kind, int fewest, @Nullable Integer most, @Nullable String choicesPer, boolean blank) {
        return new Regulation.Ballot(
                "PRIORITISE_PROJECTS",
                kind,
                fewest,
                most,
                5,
                null,
                choicesPer,
                null,
                true,
                false,
                blank,
                null,
                null,
                null,
                "art. 1");
    }

    /** Costs of S/ 1000, 2000, 3000, 4000; the even ones under one objective, the odd ones under another. */
    private static List<RoundOption> options() {
        return IntStream.range(0, 4)
                .mapToObj(i -> new RoundOption(
                        OPTIONS.get(i),
                        i,
                        "Proyecto " + i,
                        OPTIONS.get(i),
                        new UUID(9, i % 2),
                        null,
                        Soles.of((i + 1) + "000.00"),
                        "AGENTS",
                        null,
                        null,
                        null))
                .toList();
    }
}
