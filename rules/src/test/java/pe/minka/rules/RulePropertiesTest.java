package pe.minka.rules;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

class RulePropertiesTest {
    private static final List<SelectionRule> RULES = List.of(
            Greedy.byVotes(),
            Greedy.byVotes().dividedByCost(),
            Greedy.byVotes().stoppingAtTheFirstMisfit(),
            EqualShares.of(Utility.COST, EqualShares.Completion.NONE),
            EqualShares.of(Utility.CARDINALITY, EqualShares.Completion.UTILITARIAN),
            EqualShares.of(Utility.COST, EqualShares.Completion.ADD1U),
            EqualShares.of(Utility.COST, EqualShares.Completion.ADD1_TOTAL),
            new Phragmen(),
            new MaximinSupport(),
            new MaximumWelfare(Utility.COST),
            new MaximumWelfare(Utility.CARDINALITY));

    @Test
    void no_rule_spends_more_than_the_budget_and_each_owes_every_project_a_verdict() {
        for (long seed = 0; seed < 150; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            for (var rule : RULES) {
                var selection = rule.select(election);

                assertThat(selection.cost()).isLessThanOrEqualTo(election.budget());
                assertThat(selection.verdicts()).hasSize(election.projects().size());
                assertThat(selection.order()).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void the_order_of_ballots_and_of_projects_does_not_matter() {
        for (long seed = 0; seed < 100; seed++) {
            var random = new Random(seed);
            var projects = GeneratedElections.projects(random);
            var votes = GeneratedElections.votes(random, BallotType.APPROVAL);
            long budget = 40 + random.nextInt(400);
            var moved = IntStream.range(0, projects.size()).boxed().collect(Collectors.toList());
            Collections.shuffle(moved, random);
            var otherProjects = moved.stream().map(projects::get).toList();
            var otherVotes = new ArrayList<GeneratedElections.Vote>();
            for (var vote : votes) {
                otherVotes.add(new GeneratedElections.Vote(
                        vote.projects().stream()
                                .map(project -> project < projects.size() ? moved.indexOf(project) : project)
                                .toList(),
                        List.of()));
            }
            Collections.shuffle(otherVotes, random);
            var one = GeneratedElections.assembled(projects, votes, BallotType.APPROVAL, budget);
            var other = GeneratedElections.assembled(otherProjects, otherVotes, BallotType.APPROVAL, budget);

            for (var rule : RULES) {
                assertThat(rule.select(other).winners())
                        .as("seed %d, %s", seed, rule.words())
                        .isEqualTo(rule.select(one).winners());
            }
        }
    }

    @Test
    void a_project_selected_by_votes_stays_selected_with_one_more() {
        var rules = List.<SelectionRule>of(
                Greedy.byVotes(), Greedy.byVotes().dividedByCost(), new MaximumWelfare(Utility.CARDINALITY));
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var projects = GeneratedElections.projects(random);
            var votes = GeneratedElections.votes(random, BallotType.APPROVAL);
            long budget = 40 + random.nextInt(400);
            var election = GeneratedElections.assembled(projects, votes, BallotType.APPROVAL, budget);
            for (var rule : rules) {
                for (int project : rule.select(election).order()) {
                    var more = new ArrayList<>(votes);
                    more.add(new GeneratedElections.Vote(List.of(project), List.of()));
                    var later = GeneratedElections.assembled(projects, more, BallotType.APPROVAL, budget);

                    assertThat(rule.select(later).selected(project)).isTrue();
                }
            }
        }
    }

    @Test
    void the_best_set_is_the_best_of_all_sets() {
        for (long seed = 0; seed < 150; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            for (var utility : List.of(Utility.COST, Utility.CARDINALITY)) {
                var totals = utility.totals(election);
                long best = 0;
                for (int set = 0; set < 1 << totals.length; set++) {
                    long cost = 0;
                    long value = 0;
                    for (int project = 0; project < totals.length; project++) {
                        cost += (set & 1 << project) == 0 ? 0 : election.cost(project);
                        value += (set & 1 << project) == 0 ? 0 : totals[project];
                    }
                    best = cost <= election.budget() ? Math.max(best, value) : best;
                }
                var selection = new MaximumWelfare(utility).select(election);

                assertThat(selection.order().stream()
                                .mapToLong(project -> totals[project])
                                .sum())
                        .isEqualTo(best);
            }
        }
    }

    @Test
    void equal_shares_without_completion_neglects_no_group() {
        for (long seed = 0; seed < 200; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            var selection =
                    EqualShares.of(Utility.COST, EqualShares.Completion.NONE).select(election);

            assertThat(Metrics.of(selection).neglected()).isEmpty();
        }
    }

    @Test
    void ties_are_drawn_as_anyone_can_by_hand() {
        var election = Election.inCentimos(100_00)
                .project("a", 100_00)
                .project("b", 100_00)
                .ballots(5, "a", "b")
                .build();
        var draw = new TieBreaking.Draw("2026-11-22");
        // echo -n '2026-11-22|a' | sha256sum
        boolean first = draw.lot("a").compareTo(draw.lot("b")) < 0;

        assertThat(draw.lot("a")).hasSize(64);
        assertThat(Greedy.byVotes()
                        .withTies(TieBreaking.parse("votes,cost,draw:2026-11-22"))
                        .select(election)
                        .winners())
                .containsExactly(first ? "a" : "b");
    }

    @Test
    void what_would_have_changed_a_verdict_does_change_it() {
        for (long seed = 0; seed < 25; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            for (var rule : List.of(Greedy.byVotes(), EqualShares.of(Utility.COST, EqualShares.Completion.ADD1U))) {
                var selection = rule.select(election);
                for (int project = 0; project < election.projects().size(); project++) {
                    var explanation = Explanation.of(selection, rule, project);
                    var budget = explanation.atBudget();
                    var cost = explanation.atCost();
                    if (budget != null) {
                        assertThat(rule.select(election.withBudget(budget)).selected(project))
                                .isTrue();
                    }
                    if (cost != null) {
                        var cheaper = election.projects().get(project).costing(cost);
                        assertThat(rule.select(election.withProject(project, cheaper))
                                        .selected(project))
                                .isTrue();
                    }
                    for (var language : Language.values()) {
                        assertThat(explanation.sentences(selection, language))
                                .allSatisfy(sentence ->
                                        assertThat(sentence).isNotBlank().doesNotContain("{"));
                    }
                }
            }
        }
    }
}
