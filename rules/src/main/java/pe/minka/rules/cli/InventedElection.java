package pe.minka.rules.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;

/**
 * An election with invented ballots, for measuring; the same numbers give the same file. Projects differ in popularity (by
 * Zipf's law) and cost; the budget pays about two fifths of them.
 *
 * @param longest most projects on a ballot
 * @param budget in whole units
 * @param repeated of a hundred voters, how many vote just as some earlier voter, so that frequent ballots get more so
 */
record InventedElection(int ballots, int projects, int longest, long budget, int repeated, long seed) {

    InventedElection {
        if (ballots < 1 || projects < 1 || longest < 1 || budget < 1 || repeated < 0 || repeated > 99) {
            throw new IllegalArgumentException("numbers of ballots, projects, longest ballot and budget are at least 1,"
                    + " the percentage of repeated ballots is from 0 to 99");
        }
    }

    void write(Path file) throws IOException {
        var random = new Random(seed);
        var reach = new double[projects];
        try (var out = Files.newBufferedWriter(file)) {
            out.write("META\nkey;value\ndescription;generated with seed " + seed + "\ncountry;none\nunit;none\n");
            out.write("instance;generated\nnum_projects;" + projects + "\nnum_votes;" + ballots + "\n");
            out.write("budget;" + budget + "\nvote_type;approval\nrule;unknown\n");
            out.write("PROJECTS\nproject_id;cost\n");
            long mean = budget * 5 / 2 / projects;
            double sum = 0;
            for (int project = 0; project < projects; project++) {
                sum += 1.0 / (project + 3);
                reach[project] = sum;
                out.write((project + 1) + ";" + (mean / 10 + (long) (random.nextDouble() * mean * 1.8)) + "\n");
            }
            out.write("VOTES\nvoter_id;vote\n");
            var votes = new String[repeated == 0 ? 0 : ballots];
            for (int ballot = 1; ballot <= ballots; ballot++) {
                boolean repeats = repeated > 0 && ballot > 1 && random.nextInt(100) < repeated;
                var vote = repeats ? votes[random.nextInt(ballot - 1)] : vote(random, reach, sum);
                if (repeated > 0) {
                    votes[ballot - 1] = vote;
                }
                out.write(ballot + ";" + vote + "\n");
            }
        }
    }

    private String vote(Random random, double[] reach, double sum) {
        var named = new LinkedHashSet<Integer>();
        int length = 1 + random.nextInt(Math.min(longest, projects));
        for (int tried = 0; tried < length; tried++) {
            int place = Arrays.binarySearch(reach, random.nextDouble() * sum);
            named.add(Math.min(projects, (place < 0 ? -place - 1 : place) + 1));
        }
        return String.join(",", named.stream().map(String::valueOf).toList());
    }
}
