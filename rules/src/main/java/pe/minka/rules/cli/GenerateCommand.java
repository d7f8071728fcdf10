package pe.minka.rules.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Random;
import java.util.concurrent.Callable;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Writes an election with invented ballots, for measuring. The same numbers give the same file.",
            "Projects differ in popularity (by Zipf's law) and cost; the budget pays about two fifths of them."
        })
final class GenerateCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Where to write.")
    Path file = Path.of("");

    @Option(names = "--ballots", defaultValue = "1000", description = "Number of ballots. Default: 1000.")
    int ballots = 1000;

    @Option(names = "--projects", defaultValue = "100", description = "Number of projects. Default: 100.")
    int projects = 100;

    @Option(names = "--longest", defaultValue = "10", description = "Most projects on a ballot. Default: 10.")
    int longest = 10;

    @Option(names = "--budget", defaultValue = "20000000", description = "Budget in whole units. Default: 20000000.")
    long budget = 20_000_000;

    @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
    long seed = 1;

    @Override
    public Integer call() throws IOException {
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
            for (int ballot = 1; ballot <= ballots; ballot++) {
                out.write(ballot + ";" + vote(random, reach, sum) + "\n");
            }
        }
        return 0;
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
