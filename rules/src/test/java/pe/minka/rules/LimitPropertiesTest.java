package pe.minka.rules;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Every rule under any mixture of limits, on hundreds of small elections. */
class LimitPropertiesTest {
    private static final List<SelectionRule> RULES = List.of(
            Greedy.byVotes(),
            Greedy.byVotes().dividedByCost(),
            Greedy.byVotes().stoppingAtTheFirstMisfit(),
            EqualShares.of(Utility.COST, EqualShares.Completion.NONE),
            EqualShares.of(Utility.CARDINALITY, EqualShares.Completion.UTILITARIAN),
            EqualShares.of(Utility.COST, EqualShares.Completion.ADD1U),
            new Phragmen(),
            new MaximinSupport(),
            new MaximumWelfare(Utility.COST),
            new MaximumWelfare(Utility.CARDINALITY));

    @Test
    void no_rule_breaks_a_limit_and_each_owes_every_project_a_verdict() {
        for (long seed = 0; seed < 400; seed++) {
            var plain = GeneratedElections.withGifts(seed, BallotType.APPROVAL);
            var election = plain.within(GeneratedLimits.of(seed, plain));
            for (var rule : RULES) {
                var selection = rule.select(election);

                assertThat(GeneratedLimits.broken(election, Set.copyOf(selection.winners())))
                        .as("seed %d, %s", seed, rule.words())
                        .isEmpty();
                assertThat(selection.order()).doesNotHaveDuplicates();
                assertThat(selection.verdicts()).hasSize(election.projects().size());
            }
        }
    }

    @Test
    void the_order_of_ballots_and_of_projects_does_not_matter_under_limits() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var projects = GeneratedElections.projects(random);
            var votes = GeneratedElections.votes(random, BallotType.APPROVAL);
            long budget = 40 + random.nextInt(400);
            var one = GeneratedElections.assembled(projects, votes, BallotType.APPROVAL, budget);
            var limits = GeneratedLimits.of(seed, one);
            var moved = IntStream.range(0, projects.size()).boxed().collect(Collectors.toList());
            Collections.shuffle(moved, random);
            var otherVotes = new ArrayList<GeneratedElections.Vote>();
            for (var vote : votes) {
                otherVotes.add(new GeneratedElections.Vote(
                        vote.projects().stream()
                                .map(project -> project < projects.size() ? moved.indexOf(project) : project)
                                .toList(),
                        List.of()));
            }
            Collections.shuffle(otherVotes, random);
            var other = GeneratedElections.assembled(
                    moved.stream().map(projects::get).toList(), otherVotes, BallotType.APPROVAL, budget);

            for (var rule : RULES) {
                assertThat(rule.select(other.within(limits)).winners())
                        .as("seed %d, %s", seed, rule.words())
                        .isEqualTo(rule.select(one.within(limits)).winners());
            }
        }
    }

    @Test
    void the_best_set_under_limits_is_the_best_of_all_sets_that_keep_them() {
        int minimums = 0;
        for (long seed = 0; seed < 600; seed++) {
            for (var utility : List.of(Utility.COST, Utility.CARDINALITY, Utility.SCORE)) {
                var type = utility == Utility.SCORE ? BallotType.CUMULATIVE : BallotType.APPROVAL;
                var plain = GeneratedElections.withGifts(seed, type);
                var limits = GeneratedLimits.of(seed, plain);
                if (!limits.together().isEmpty()) {
                    continue; // counted as one project, whose worth is not the sum of its parts
                }
                var election = plain.within(limits);
                var winners =
                        Set.copyOf(new MaximumWelfare(utility).select(election).winners());
                var best = bestOfAll(election, utility, true);
                minimums += best.value() < 0 ? 1 : 0;
                best = best.value() < 0 ? bestOfAll(election, utility, false) : best;

                assertThat(value(election, utility, winners))
                        .as("seed %d, %s", seed, utility)
                        .isEqualTo(best.value());
                assertThat(cost(election, winners))
                        .as("seed %d, %s", seed, utility)
                        .isEqualTo(best.cost());
            }
        }
        assertThat(minimums).as("elections whose minimums no set reaches").isPositive();
    }

    /** The largest value of a set that keeps the limits, and the smallest cost of such a set. */
    private record Best(long value, long cost) {}

    private static Best bestOfAll(Election election, Utility utility, boolean demanding) {
        var best = new Best(-1, 0);
        int size = election.projects().size();
        for (int set = 0; set < 1 << size; set++) {
            var winners = new HashSet<String>();
            for (int project = 0; project < size; project++) {
                if ((set & 1 << project) != 0) {
                    winners.add(election.projects().get(project).id());
                }
            }
            long cost = cost(election, winners);
            if (cost > election.budget() || hasWithdrawn(election, winners)) {
                continue;
            }
            long value = value(election, utility, winners);
            boolean better = value > best.value() || value == best.value() && cost < best.cost();
            if (better
                    && (!demanding || GeneratedLimits.reachesMinimums(election, winners))
                    && GeneratedLimits.broken(election, winners).isEmpty()) {
                best = new Best(value, cost);
            }
        }
        return best;
    }

    private static boolean hasWithdrawn(Election election, Set<String> winners) {
        return election.projects().stream().anyMatch(project -> project.withdrawn() && winners.contains(project.id()));
    }

    private static long value(Election election, Utility utility, Set<String> winners) {
        var totals = utility.totals(election);
        var positions = election.positions();
        return winners.stream()
                .mapToLong(id -> totals[positions.getOrDefault(id, -1)])
                .sum();
    }

    private static long cost(Election election, Set<String> winners) {
        return election.projects().stream()
                .filter(project -> winners.contains(project.id()))
                .mapToLong(Project::cost)
                .sum();
    }
}
