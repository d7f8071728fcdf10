package pe.minka.rules;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a public page shows of a result.
 *
 * @param heard voters with at least one selected project
 * @param voters all voters
 * @param gini inequality of the money that went to each voter's projects: 0 where all have the same; four decimals
 * @param byCategory votes and money of the projects of each category; a project of several counts in each
 * @param byTerritory votes and money of the projects of each territory
 * @param neglected projects that a large enough group of voters agrees on and could pay, while each of them has less than
 *     the group's share of the budget (EJR+ up to one project); empty where the result is proportional
 * @param onlyHere selected here and not by the simple count
 * @param onlyByTheSimpleCount selected by the simple count and not here
 */
public record Metrics(
        long heard,
        long voters,
        BigDecimal gini,
        Map<String, Part> byCategory,
        Map<String, Part> byTerritory,
        List<String> neglected,
        List<String> onlyHere,
        List<String> onlyByTheSimpleCount) {

    /** Votes and money of some projects: of all on the list, and of those selected. */
    public record Part(long votes, long cost, long selectedVotes, long selectedCost) {
        private Part plus(long moreVotes, long moreCost, boolean selected) {
            return new Part(
                    votes + moreVotes,
                    cost + moreCost,
                    selectedVotes + (selected ? moreVotes : 0),
                    selectedCost + (selected ? moreCost : 0));
        }
    }

    private record Weighed(long money, long voters) {}

    /** Measures a result. */
    public static Metrics of(Selection selection) {
        var election = selection.election();
        var ballots = election.ballots();
        long heard = 0;
        var satisfaction = new long[ballots.groups()];
        long silent = ballots.voters();
        for (int group = 0; group < satisfaction.length; group++) {
            boolean any = false;
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                if (selection.selected(ballots.project(entry))) {
                    any = true;
                    satisfaction[group] += election.cost(ballots.project(entry));
                }
            }
            silent -= ballots.weight(group);
            heard += any ? ballots.weight(group) : 0;
        }
        var weighed = new ArrayList<Weighed>();
        weighed.add(new Weighed(0, silent));
        for (int group = 0; group < satisfaction.length; group++) {
            weighed.add(new Weighed(satisfaction[group], ballots.weight(group)));
        }
        var simple = Greedy.byVotes().select(election).winners();
        var here = selection.winners();
        return new Metrics(
                heard,
                ballots.voters(),
                gini(weighed),
                parts(selection, false),
                parts(selection, true),
                neglected(selection, satisfaction),
                here.stream().filter(id -> !simple.contains(id)).toList(),
                simple.stream().filter(id -> !here.contains(id)).toList());
    }

    private static BigDecimal gini(List<Weighed> weighed) {
        weighed.sort(Comparator.comparingLong(Weighed::money));
        var below = BigInteger.ZERO;
        var area = BigInteger.ZERO;
        long voters = 0;
        for (var one : weighed) {
            var money = BigInteger.valueOf(one.money()).multiply(BigInteger.valueOf(one.voters()));
            area = area.add(below.shiftLeft(1).add(money).multiply(BigInteger.valueOf(one.voters())));
            below = below.add(money);
            voters += one.voters();
        }
        if (below.signum() == 0) {
            return BigDecimal.ZERO;
        }
        return Fraction.ONE
                .minus(Fraction.of(area, below.multiply(BigInteger.valueOf(voters))))
                .rounded(4);
    }

    private static Map<String, Part> parts(Selection selection, boolean territories) {
        var parts = new TreeMap<String, Part>();
        for (int position = 0; position < selection.verdicts().size(); position++) {
            var verdict = selection.verdicts().get(position);
            var project = verdict.project();
            boolean selected = selection.selected(position);
            List<String> names = territories ? named(project.territory()) : project.categories();
            for (var name : names) {
                parts.merge(
                        name,
                        new Part(0, 0, 0, 0).plus(verdict.votes(), project.cost(), selected),
                        (one, other) -> one.plus(verdict.votes(), project.cost(), selected));
            }
        }
        return parts;
    }

    private static List<String> named(@Nullable String territory) {
        return territory == null ? List.of() : List.of(territory);
    }

    /** A group of s supporters could claim a project if each of them, with it, still has no more than s shares. */
    private static List<String> neglected(Selection selection, long[] satisfaction) {
        var election = selection.election();
        var support = election.ballots();
        var supporters = new ArrayList<List<Weighed>>();
        election.projects().forEach(project -> supporters.add(new ArrayList<>()));
        for (int group = 0; group < satisfaction.length; group++) {
            for (int entry = support.start(group); entry < support.start(group + 1); entry++) {
                if (!selection.selected(support.project(entry))) {
                    supporters.get(support.project(entry)).add(new Weighed(satisfaction[group], support.weight(group)));
                }
            }
        }
        var neglected = new ArrayList<String>();
        for (int position = 0; position < supporters.size(); position++) {
            var project = election.projects().get(position);
            if (!selection.selected(position)
                    && !project.withdrawn()
                    && claimed(election, project, supporters.get(position))) {
                neglected.add(project.id());
            }
        }
        return neglected;
    }

    private static boolean claimed(Election election, Project project, List<Weighed> supporters) {
        supporters.sort(Comparator.comparingLong(Weighed::money));
        long size = 0;
        for (var one : supporters) {
            size += one.voters();
            var has = BigInteger.valueOf(one.money()).add(BigInteger.valueOf(project.cost()));
            var asked = has.multiply(BigInteger.valueOf(election.ballots().voters()));
            if (asked.compareTo(BigInteger.valueOf(size).multiply(BigInteger.valueOf(election.budget()))) <= 0) {
                return true;
            }
        }
        return false;
    }
}
