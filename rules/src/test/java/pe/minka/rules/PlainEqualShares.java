package pe.minka.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Equal Shares and its completions as the papers write them: voter by voter, in fractions, anew at each step. Slow, and
 * without anything of the library but the fractions, the ballots and the ranks of ties.
 */
final class PlainEqualShares {
    private final Election election;
    private final int[] ranks;
    private final List<Map<Integer, Long>> voters = new ArrayList<>();
    private Fraction endedWith = Fraction.ZERO;

    PlainEqualShares(Election election, Utility utility) {
        this.election = election;
        ranks = TieBreaking.DEFAULT.ranks(election);
        var ballots = election.ballots();
        for (int group = 0; group < ballots.groups(); group++) {
            var worth = new HashMap<Integer, Long>();
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                int project = ballots.project(entry);
                long units = switch (utility) {
                    case CARDINALITY -> 1;
                    case COST -> election.cost(project);
                    case SCORE -> ballots.points(entry);
                    case BORDA -> ballots.start(group + 1) - entry - 1;
                };
                if (units > 0 || utility == Utility.COST) {
                    worth.put(project, units);
                }
            }
            for (int voter = 0; voter < ballots.weight(group); voter++) {
                voters.add(worth);
            }
        }
    }

    /** Projects bought with a given endowment, in their order. */
    List<Integer> bought(Fraction endowment) {
        var money = new ArrayList<Fraction>();
        voters.forEach(voter -> money.add(endowment));
        var order = new ArrayList<Integer>();
        IntStream.range(0, ranks.length)
                .filter(project ->
                        election.cost(project) == 0 && !supporters(project).isEmpty())
                .boxed()
                .sorted(Comparator.comparing(project -> ranks[project]))
                .forEach(order::add);
        while (true) {
            int best = -1;
            Fraction bestPrice = Fraction.ZERO;
            for (int project = 0; project < ranks.length; project++) {
                var price = order.contains(project)
                                || election.projects().get(project).withdrawn()
                        ? Fraction.of(-1)
                        : price(project, money);
                int comparison = best < 0 ? -1 : price.compareTo(bestPrice);
                if (price.signum() > 0 && (comparison < 0 || comparison == 0 && ranks[project] < ranks[best])) {
                    best = project;
                    bestPrice = price;
                }
            }
            if (best < 0) {
                return order;
            }
            order.add(best);
            for (int voter : supporters(best)) {
                var full = bestPrice.times(voters.get(voter).getOrDefault(best, 0L));
                money.set(voter, money.get(voter).minus(money.get(voter).min(full)));
            }
        }
    }

    /** The price per utility at which the supporters cover the cost: those who cannot pay it give all; -1 if they cannot. */
    private Fraction price(int project, List<Fraction> money) {
        var supporters = supporters(project);
        var rest = Fraction.of(election.cost(project));
        long units = 0;
        for (int voter : supporters) {
            units += voters.get(voter).getOrDefault(project, 0L);
        }
        supporters.sort(Comparator.comparing(
                voter -> money.get(voter).over(voters.get(voter).getOrDefault(project, 1L))));
        for (int voter : supporters) {
            long worth = voters.get(voter).getOrDefault(project, 1L);
            var price = rest.over(units);
            if (money.get(voter).compareTo(price.times(worth)) >= 0) {
                return price;
            }
            rest = rest.minus(money.get(voter));
            units -= worth;
        }
        return Fraction.of(-1);
    }

    private List<Integer> supporters(int project) {
        var supporters = new ArrayList<Integer>();
        for (int voter = 0; voter < voters.size(); voter++) {
            if (voters.get(voter).containsKey(project)) {
                supporters.add(voter);
            }
        }
        return supporters;
    }

    /** What is bought once shares are raised by a step at a time; nothing is raised where the budget pays for all. */
    List<Integer> raised(Fraction start, Fraction step, boolean untilExhaustive) {
        if (IntStream.range(0, ranks.length).mapToLong(election::cost).sum() <= election.budget()) {
            endedWith = Fraction.of(election.budget(), voters.size());
            return bought(endedWith);
        }
        var endowment = start;
        var order = bought(endowment);
        endedWith = endowment;
        while (!(untilExhaustive && exhaustive(order)) && !complete(order)) {
            endowment = endowment.plus(step);
            var next = bought(endowment);
            if (next.stream().mapToLong(election::cost).sum() > election.budget()) {
                return order;
            }
            order = next;
            endedWith = endowment;
        }
        return order;
    }

    /** What each voter had when shares were raised last. */
    String endedWith() {
        return endedWith.rounded(6).toPlainString();
    }

    private boolean exhaustive(List<Integer> order) {
        long left = election.budget() - order.stream().mapToLong(election::cost).sum();
        return IntStream.range(0, ranks.length)
                .noneMatch(project -> !order.contains(project)
                        && !election.projects().get(project).withdrawn()
                        && election.cost(project) <= left);
    }

    private boolean complete(List<Integer> order) {
        return IntStream.range(0, ranks.length)
                .noneMatch(project -> !order.contains(project)
                        && !election.projects().get(project).withdrawn()
                        && !supporters(project).isEmpty());
    }

    /** What fits of the rest goes by votes. */
    List<Integer> withTheRestByVotes(List<Integer> order) {
        var votes = election.ballots().votes(ranks.length);
        var all = new ArrayList<>(order);
        IntStream.range(0, ranks.length)
                .boxed()
                .sorted(Comparator.comparing((Integer project) -> -votes[project])
                        .thenComparing(project -> ranks[project]))
                .filter(project -> !order.contains(project)
                        && !election.projects().get(project).withdrawn())
                .forEach(project -> {
                    long spent = all.stream().mapToLong(election::cost).sum();
                    if (spent + election.cost(project) <= election.budget()) {
                        all.add(project);
                    }
                });
        return all;
    }

    /** Voters with more projects in the one than in the other. */
    long preferring(List<Integer> one, List<Integer> other) {
        return voters.stream()
                .filter(voter -> one.stream().filter(voter::containsKey).count()
                        > other.stream().filter(voter::containsKey).count())
                .count();
    }

    List<String> ids(List<Integer> order) {
        var ids = new TreeSet<String>();
        order.forEach(project -> ids.add(election.projects().get(project).id()));
        return List.copyOf(ids);
    }
}
