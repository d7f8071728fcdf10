package pe.minka.allocation.selection;

import pe.minka.platform.core.Soles;
import pe.minka.rules.Election;
import pe.minka.rules.Obstacle;
import pe.minka.rules.Selection;
import pe.minka.rules.Verdict;
import pe.minka.rules.pabulib.Pabulib;
import pe.minka.rules.pabulib.PabulibElection;
import pe.minka.rules.pabulib.PabulibException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The count of an input file by a method: nothing but the two decides.
 *
 * @param ranks place of each project by support, from 1, in the order of the file
 */
record Count(Selection selection, List<Integer> ranks) {

    /** @throws PabulibException at the first thing in the file that would make the result uncertain */
    static Count of(String input, Method method) throws PabulibException {
        return of(input, method, SelectionLimits.NONE);
    }

    /**
     * @throws PabulibException at the first thing in the file that would make the result uncertain
     * @throws IllegalArgumentException where the rule or the limits do not fit the file
     */
    static Count of(String input, Method method, SelectionLimits limits) throws PabulibException {
        var election = limits.applied(read(input).election());
        return new Count(method.asRule().select(election), ranks(election, method));
    }

    static PabulibElection read(String input) throws PabulibException {
        try {
            return Pabulib.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), "input.pb");
        } catch (PabulibException refused) {
            throw refused;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /**
     * Projects of which it depends on the order of equals whether they are selected; empty where no tie matters.
     * Found by counting with the list forwards and backwards.
     */
    static Set<String> undecided(String input, Method method, SelectionLimits limits) throws PabulibException {
        var election = limits.applied(read(input).election());
        var rule = method.byListAfterVotes().asRule();
        var forwards = new HashSet<>(rule.select(election).winners());
        var backwards = new HashSet<>(rule.select(reversed(election)).winners());
        var either = new TreeSet<>(forwards);
        either.addAll(backwards);
        forwards.retainAll(backwards);
        either.removeAll(forwards);
        return either;
    }

    private static Election reversed(Election election) {
        int last = election.projects().size() - 1;
        var projects = new ArrayList<>(election.projects());
        Collections.reverse(projects);
        var ballots = election.ballots();
        var builder = pe.minka.rules.Ballots.of(ballots.type());
        for (int group = 0; group < ballots.groups(); group++) {
            var named = IntStream.range(ballots.start(group), ballots.start(group + 1))
                    .map(entry -> last - ballots.project(entry))
                    .toArray();
            var points = ballots.hasPoints()
                    ? IntStream.range(ballots.start(group), ballots.start(group + 1))
                            .mapToLong(ballots::points)
                            .toArray()
                    : null;
            builder.add(ballots.weight(group), named, points, named.length);
        }
        return new Election(election.denomination(), election.budget(), projects, builder.build(), election.limits());
    }

    private static List<Integer> ranks(Election election, Method method) {
        int projects = election.projects().size();
        var votes =
                method.ranksByPoints() ? points(election) : election.ballots().votes(projects);
        var ties = method.tieBreaking().ranks(election);
        var order = IntStream.range(0, projects)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(project -> -votes[project])
                        .thenComparing(project -> ties[project]))
                .toList();
        var ranks = new ArrayList<>(Collections.nCopies(projects, 0));
        for (int rank = 0; rank < projects; rank++) {
            ranks.set(order.get(rank), rank + 1);
        }
        return ranks;
    }

    private static long[] points(Election election) {
        var ballots = election.ballots();
        var points = new long[election.projects().size()];
        for (int group = 0; group < ballots.groups(); group++) {
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                points[ballots.project(entry)] += Math.multiplyExact(ballots.weight(group), ballots.points(entry));
            }
        }
        return points;
    }

    /** Positions of the projects that only lacked money, the best supported first: the reserve list. */
    List<Integer> reserve() {
        return IntStream.range(0, ranks.size())
                .filter(position -> selection.verdicts().get(position) instanceof Verdict.NotSelected not
                        && not.obstacle() == Obstacle.DOES_NOT_FIT)
                .boxed()
                .sorted(Comparator.comparing(ranks::get))
                .toList();
    }

    /** An amount of the file as soles, whatever decimals its author wrote. */
    Soles soles(long amount) {
        return Soles.of(selection
                .election()
                .denomination()
                .decimal(amount)
                .setScale(2, java.math.RoundingMode.UNNECESSARY)
                .toPlainString());
    }
}
