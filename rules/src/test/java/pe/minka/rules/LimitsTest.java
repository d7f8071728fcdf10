package pe.minka.rules;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class LimitsTest {
    private static final List<SelectionRule> RULES = List.of(
            Greedy.byVotes(),
            EqualShares.of(Utility.COST, EqualShares.Completion.ADD1U),
            new Phragmen(),
            new MaximinSupport(),
            new MaximumWelfare(Utility.CARDINALITY));

    @Test
    void of_projects_that_exclude_each_other_at_most_one_is_selected_by_any_rule() {
        var election = three(120).within(Limits.none().withExclusive("a", "b"));

        for (var rule : RULES) {
            assertThat(rule.select(election).winners()).as(rule.words()).containsExactly("a", "c");
        }
        assertThat(Greedy.byVotes().select(election).verdicts().get(1))
                .isInstanceOfSatisfying(Verdict.NotSelected.class, failed -> {
                    assertThat(failed.obstacle()).isEqualTo(Obstacle.EXCLUDED_BY_ANOTHER);
                    assertThat(failed.because()).isEqualTo("a");
                });
    }

    @Test
    void projects_that_go_together_are_selected_together_or_not_at_all() {
        var election = three(80).within(Limits.none().withTogether("b", "c"));

        for (var rule : RULES) {
            var winners = rule.select(election).winners();
            assertThat(winners.contains("b")).as(rule.words()).isEqualTo(winners.contains("c"));
        }
    }

    @Test
    void projects_that_go_together_need_a_funding_source_that_may_pay_them_all() {
        var limits = Limits.none()
                .withTogether("b", "c")
                .withSources(Map.of("canon", 40L, "own", 80L), Map.of("b", Set.of("canon"), "c", Set.of("own")));

        assertThatThrownBy(() -> three(80).within(limits)).hasMessageContaining("b, c go together");
    }

    @Test
    void shares_stop_rising_where_limits_and_not_money_keep_the_rest_out() {
        var election = Election.in(new Denomination("PEN", 0), 1_000_000)
                .project("a", 400_000)
                .project("b", 400_000)
                .project("c", 900_000)
                .ballots(3, "a", "b")
                .ballots(2, "b")
                .within(Limits.none().withExclusive("a", "b"))
                .build();
        var selection =
                EqualShares.of(Utility.COST, EqualShares.Completion.ADD1).select(election);

        assertThat(selection.winners()).containsExactly("b");
        assertThat(selection.notes()).containsEntry("runs", "1");
    }

    @Test
    void a_phase_is_selected_only_after_the_one_before_it() {
        var election = three(80).within(Limits.none().withAfter("a", "c"));

        for (var rule : RULES) {
            var selection = rule.select(election);
            assertThat(!selection.selected(0) || selection.selected(2))
                    .as(rule.words())
                    .isTrue();
        }
        assertThatThrownBy(() -> Limits.none().withAfter("a", "b").withAfter("b", "a"))
                .hasMessageContaining("before itself");
    }

    @Test
    void money_kept_for_a_group_goes_to_it() {
        var election = three(80).within(Limits.none().withGroup(Limits.Group.atLeast("north", 40, Set.of("c"))));

        for (var rule : RULES) {
            assertThat(rule.select(election).winners()).as(rule.words()).contains("c");
        }
    }

    @Test
    void a_group_gets_no_more_than_its_maximum() {
        var election = three(120).within(Limits.none().withGroup(Limits.Group.atMost("south", 40, Set.of("a", "b"))));

        for (var rule : RULES) {
            assertThat(rule.select(election).winners()).as(rule.words()).containsExactly("a", "c");
        }
    }

    @Test
    void a_source_pays_no_more_than_it_has_and_only_what_it_may() {
        var limits = Limits.none()
                .withSources(Map.of("canon", 40L, "own", 80L), Map.of("a", Set.of("canon"), "b", Set.of("canon")));

        for (var rule : RULES) {
            assertThat(rule.select(three(120).within(limits)).winners())
                    .as(rule.words())
                    .containsExactly("a", "c");
        }
    }

    @Test
    void a_year_pays_no_more_than_its_ceiling() {
        var limits = Limits.none()
                .withYears(
                        List.of(50L, 70L),
                        Map.of("a", List.of(30L, 10L), "b", List.of(30L, 10L), "c", List.of(10L, 30L)));

        for (var rule : RULES) {
            assertThat(rule.select(three(120).within(limits)).winners())
                    .as(rule.words())
                    .containsExactly("a", "c");
        }
    }

    private static Election three(long budget) {
        return Election.in(new Denomination("PEN", 0), budget)
                .project("a", 40)
                .project("b", 40)
                .project("c", 40)
                .ballots(5, "a", "b")
                .ballots(1, "a", "c")
                .ballots(3, "c")
                .build();
    }
}
