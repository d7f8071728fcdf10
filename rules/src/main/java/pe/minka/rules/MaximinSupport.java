package pe.minka.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Maximin support (Aziz, Lee, Talmon 2018): in each round the cost of everything selected so far is spread anew over the
 * supporters, as evenly as their ballots allow, and the project is added that leaves the most burdened voter with the
 * smallest burden. What does not fit in the budget any more is passed over.
 */
public record MaximinSupport(TieBreaking ties) implements SelectionRule {

    public MaximinSupport() {
        this(TieBreaking.DEFAULT);
    }

    @Override
    public String words() {
        return "maximin, ties " + ties.words();
    }

    @Override
    public Selection select(Election election, Progress progress) {
        var bundles = Bundles.of(election);
        return bundles.expanded(decide(bundles.merged(), progress));
    }

    private Selection decide(Election election, Progress progress) {
        var votes = election.ballots().votes(election.projects().size());
        var docket = new Docket(election, votes);
        var ranks = ties.ranks(election);
        var burdens = new Burdens(election, Support.of(election, Utility.CARDINALITY));
        var bounds = new ArrayList<Fraction>();
        for (int project = 0; project < votes.length; project++) {
            bounds.add(votes[project] == 0 ? Fraction.ZERO : Fraction.of(election.cost(project), votes[project]));
            if (!docket.settled(project) && votes[project] == 0) {
                docket.refuse(project, Obstacle.NO_VOTES);
            }
        }
        var aside = new boolean[votes.length];
        boolean released = false;
        while (true) {
            int next = next(docket, election, aside, bounds, burdens, ranks);
            if (next < 0 && released) {
                break;
            }
            var breach = next < 0 ? null : docket.breach(next);
            if (next < 0) {
                released = true;
                docket.releaseMinimums();
                Arrays.fill(aside, false);
            } else if (breach == null) {
                docket.take(next, Ground.MAXIMIN_SUPPORT, bounds.get(next), null);
                burdens.add(next);
                Arrays.fill(aside, false);
                progress.reached("selecting", docket.order().size(), 0);
            } else if (breach.lasting()) {
                docket.refuse(next, breach, bounds.get(next));
            } else {
                aside[next] = true;
            }
        }
        for (int project = 0; project < votes.length; project++) {
            var breach = docket.settled(project) ? null : docket.breach(project);
            if (breach != null) {
                docket.refuse(project, breach, bounds.get(project));
            }
        }
        return docket.selection(words(), Map.of());
    }

    /** The project with the smallest burden. Burdens only grow, so an old one bounds the new from below. */
    private static int next(
            Docket docket, Election election, boolean[] aside, List<Fraction> bounds, Burdens burdens, int[] ranks) {
        var fresh = new boolean[ranks.length];
        while (true) {
            int lowest = -1;
            for (int project = 0; project < ranks.length; project++) {
                if (docket.settled(project) || aside[project]) {
                    continue;
                }
                if (!docket.fits(project)) {
                    docket.refuse(
                            project,
                            Obstacle.DOES_NOT_FIT,
                            "",
                            election.cost(project) - docket.left(),
                            bounds.get(project));
                    continue;
                }
                int comparison = lowest < 0 ? -1 : bounds.get(project).compareTo(bounds.get(lowest));
                if (comparison < 0 || comparison == 0 && ranks[project] < ranks[lowest]) {
                    lowest = project;
                }
            }
            if (lowest < 0 || fresh[lowest]) {
                return lowest;
            }
            bounds.set(lowest, burdens.with(lowest, bounds.get(lowest)));
            fresh[lowest] = true;
        }
    }
}
