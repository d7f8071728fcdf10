package pe.minka.rules;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** Equal Shares against a plain reading of its definition, voter by voter in fractions, and against priceability. */
class PriceabilityTest {

    /** One voter with the money left and what was paid for each project. */
    private static final class Voter {
        private Fraction money;
        private final long[] worth;
        private final Fraction[] paid;

        private Voter(Fraction money, long[] worth) {
            this.money = money;
            this.worth = worth;
            this.paid = new Fraction[worth.length];
            Arrays.fill(paid, Fraction.ZERO);
        }
    }

    @Test
    void the_outcome_is_that_of_the_definition_followed_voter_by_voter() {
        for (long seed = 0; seed < 400; seed++) {
            for (var utility : List.of(Utility.COST, Utility.CARDINALITY, Utility.SCORE)) {
                var type = utility == Utility.SCORE ? BallotType.CUMULATIVE : BallotType.APPROVAL;
                var election = GeneratedElections.of(seed, type);
                var selection =
                        EqualShares.of(utility, EqualShares.Completion.NONE).select(election);
                var voters = voters(election, utility);

                assertThat(selection.order())
                        .as("seed %d, %s", seed, utility)
                        .isEqualTo(byDefinition(election, utility, voters));
                assertPriceable(election, selection, voters);
            }
        }
    }

    @Test
    void raising_the_shares_with_bounds_taken_over_gives_what_single_runs_give() {
        for (long seed = 0; seed < 300; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            var support = Support.of(election, Utility.COST);
            var ranks = TieBreaking.DEFAULT.ranks(election);
            RunLog log = null;
            for (int step = 0; step < 25; step++) {
                var endowment = Fraction.of(
                                election.budget(), election.ballots().voters())
                        .plus(Fraction.of(step, 3));
                var fresh =
                        new SharesRun(election, support, Utility.COST, ranks, endowment, Long.MAX_VALUE, null).run();
                var after = new SharesRun(election, support, Utility.COST, ranks, endowment, Long.MAX_VALUE, log).run();

                assertThat(after.order()).as("seed %d step %d", seed, step).isEqualTo(fresh.order());
                log = after.log();
            }
        }
    }

    @Test
    void steps_that_cannot_change_anything_are_passed_over_without_changing_the_outcome() {
        for (long seed = 0; seed < 100; seed++) {
            var election = GeneratedElections.of(seed, BallotType.APPROVAL);
            var ranks = TieBreaking.DEFAULT.ranks(election);
            var support = Support.of(election, Utility.COST);
            var endowment = Fraction.of(election.budget() / election.ballots().voters());
            var run = new SharesRun(election, support, Utility.COST, ranks, endowment, election.budget(), null).run();
            boolean paid = election.projects().stream().mapToLong(Project::cost).sum() <= election.budget();
            for (int step = 0; step < 400 && !paid; step++) {
                endowment = endowment.plus(Fraction.ONE);
                var next =
                        new SharesRun(election, support, Utility.COST, ranks, endowment, election.budget(), null).run();
                if (next.spent() > election.budget()) {
                    break;
                }
                run = next;
            }
            var rule = EqualShares.of(Utility.COST, EqualShares.Completion.ADD1).evenWhenExhaustive();

            assertThat(paid || rule.select(election).order().equals(run.order()))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }

    @Test
    void one_voter_s_dear_project_does_not_make_the_shares_rise_step_by_step() {
        var election = Election.in(new Denomination("PEN", 0), 1_000_000)
                .project("shared", 300_000)
                .project("lonely", 600_000)
                .project("dear", 900_000)
                .ballots(1_000, "shared")
                .ballots(1, "lonely", "shared")
                .ballots(1, "dear")
                .build();
        var selection =
                EqualShares.of(Utility.COST, EqualShares.Completion.ADD1).select(election);

        assertThat(selection.winners()).containsExactly("lonely", "shared");
        assertThat(Integer.parseInt(selection.notes().getOrDefault("runs", "0")))
                .isLessThan(10);
    }

    private static List<Voter> voters(Election election, Utility utility) {
        var ballots = election.ballots();
        var share = Fraction.of(election.budget(), ballots.voters());
        var voters = new ArrayList<Voter>();
        for (int group = 0; group < ballots.groups(); group++) {
            for (int voter = 0; voter < ballots.weight(group); voter++) {
                var worth = new long[election.projects().size()];
                for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                    worth[ballots.project(entry)] = utility.of(election, group, entry);
                }
                voters.add(new Voter(share, worth));
            }
        }
        return voters;
    }

    private static List<Integer> byDefinition(Election election, Utility utility, List<Voter> voters) {
        var ranks = TieBreaking.DEFAULT.ranks(election);
        var order = new ArrayList<Integer>();
        while (true) {
            int best = -1;
            Fraction bestPrice = Fraction.ZERO;
            for (int project = 0; project < ranks.length; project++) {
                var price = order.contains(project) ? null : price(election.cost(project), project, voters);
                int comparison = price == null ? 1 : best < 0 ? -1 : price.compareTo(bestPrice);
                if (price != null && (comparison < 0 || comparison == 0 && ranks[project] < ranks[best])) {
                    best = project;
                    bestPrice = price;
                }
            }
            if (best < 0) {
                return order;
            }
            order.add(best);
            for (var voter : voters) {
                var payment = voter.money.min(bestPrice.times(voter.worth[best]));
                voter.money = voter.money.minus(payment);
                voter.paid[best] = payment;
            }
        }
    }

    /** The smallest price per utility at which supporters cover the cost, or null: those with least per utility give all. */
    private static Fraction price(long cost, int project, List<Voter> voters) {
        var supporters = new ArrayList<>(
                voters.stream().filter(voter -> voter.worth[project] > 0).toList());
        supporters.sort(Comparator.comparing(voter -> voter.money.over(voter.worth[project])));
        var rest = Fraction.of(cost);
        long units =
                supporters.stream().mapToLong(voter -> voter.worth[project]).sum();
        for (var voter : supporters) {
            var price = rest.over(units);
            if (voter.money.compareTo(price.times(voter.worth[project])) >= 0) {
                return price;
            }
            rest = rest.minus(voter.money);
            units -= voter.worth[project];
        }
        return null;
    }

    /** Nobody pays over the share or for what is worth nothing; each cost is paid in full; no supporters could pay more. */
    private static void assertPriceable(Election election, Selection selection, List<Voter> voters) {
        var share = Fraction.of(election.budget(), election.ballots().voters());
        for (var voter : voters) {
            var spent = Fraction.ZERO;
            for (int project = 0; project < voter.paid.length; project++) {
                assertThat(voter.worth[project] > 0 || voter.paid[project].signum() == 0)
                        .isTrue();
                spent = spent.plus(voter.paid[project]);
            }
            assertThat(spent).isLessThanOrEqualTo(share);
        }
        for (int project = 0; project < election.projects().size(); project++) {
            int index = project;
            var paid = voters.stream().map(voter -> voter.paid[index]).reduce(Fraction.ZERO, Fraction::plus);
            var left = voters.stream()
                    .filter(voter -> voter.worth[index] > 0)
                    .map(voter -> voter.money)
                    .reduce(Fraction.ZERO, Fraction::plus);
            if (selection.selected(project)) {
                assertThat(paid).isEqualTo(Fraction.of(election.cost(project)));
            } else {
                assertThat(paid).isEqualTo(Fraction.ZERO);
                assertThat(left).isLessThan(Fraction.of(election.cost(project)));
            }
        }
    }
}
