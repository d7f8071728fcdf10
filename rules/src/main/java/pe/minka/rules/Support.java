package pe.minka.rules;

import java.util.Arrays;

/**
 * Who supports what and how much, as compressed sparse rows (of each group of equal voters) and columns (of each
 * project). Voters to whom nothing on the list is worth anything are counted, but have no row.
 */
final class Support {
    final long voters;
    final int groups;
    /** Voters in a group. */
    final int[] weight;
    /** Where the entries of a group start among the rows. */
    final int[] rowStart;

    final int[] rowProject;
    /** What a project is worth to one voter of the group, in whole units. */
    final int[] rowUnits;
    /** Where the entries of a project start among the columns. */
    final int[] columnStart;

    final int[] columnGroup;
    /** Voters in the group of the entry. */
    final int[] columnWeight;

    final int[] columnUnits;
    /** Units that all supporters of a project get from it together. */
    final long[] units;
    /** Supporters of a project. */
    final long[] supporters;
    /** Whether every entry is worth one unit. */
    final boolean uniform;
    /** The largest units of an entry. */
    final int mostUnits;

    private Support(Election election, Utility utility) {
        utility.check(election.ballots());
        boolean alike = utility == Utility.CARDINALITY || utility == Utility.COST;
        var ballots = grouped(election, utility, alike);
        int projects = election.projects().size();
        voters = election.ballots().voters();
        groups = ballots.groups();
        weight = new int[groups];
        rowStart = new int[groups + 1];
        rowProject = new int[ballots.entries()];
        rowUnits = new int[ballots.entries()];
        columnStart = new int[projects + 1];
        units = new long[projects];
        supporters = new long[projects];
        int most = 1;
        for (int group = 0; group < groups; group++) {
            weight[group] = ballots.weight(group);
            rowStart[group + 1] = ballots.start(group + 1);
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                int project = ballots.project(entry);
                rowProject[entry] = project;
                rowUnits[entry] = Math.toIntExact(ballots.points(entry));
                most = Math.max(most, rowUnits[entry]);
                columnStart[project + 1]++;
                supporters[project] += weight[group];
                units[project] = Math.addExact(units[project], (long) weight[group] * rowUnits[entry]);
            }
        }
        mostUnits = most;
        uniform = alike;
        for (int project = 0; project < projects; project++) {
            columnStart[project + 1] += columnStart[project];
        }
        columnGroup = new int[rowProject.length];
        columnWeight = new int[rowProject.length];
        columnUnits = new int[rowProject.length];
        var next = Arrays.copyOf(columnStart, projects);
        for (int group = 0; group < groups; group++) {
            for (int entry = rowStart[group]; entry < rowStart[group + 1]; entry++) {
                int place = next[rowProject[entry]]++;
                columnGroup[place] = group;
                columnWeight[place] = weight[group];
                columnUnits[place] = rowUnits[entry];
            }
        }
    }

    static Support of(Election election, Utility utility) {
        return new Support(election, utility);
    }

    /** Ballots regrouped by what they mean for the utility. */
    private static Ballots grouped(Election election, Utility utility, boolean alike) {
        var ballots = election.ballots();
        if (alike && ballots.type() != BallotType.ORDINAL && !ballots.hasPoints()) {
            return ballots;
        }
        var box = Ballots.of(BallotType.SCORING);
        for (int group = 0; group < ballots.groups(); group++) {
            int length = ballots.start(group + 1) - ballots.start(group);
            var named = new int[length];
            var worth = new long[length];
            int kept = 0;
            for (int entry = ballots.start(group); entry < ballots.start(group + 1); entry++) {
                long units = alike ? 1 : utility.of(election, group, entry);
                if (units > 0) {
                    named[kept] = ballots.project(entry);
                    worth[kept] = units;
                    kept++;
                }
            }
            box.add(ballots.weight(group), named, alike ? null : worth, kept);
        }
        return box.build();
    }
}
