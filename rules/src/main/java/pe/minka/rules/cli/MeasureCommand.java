package pe.minka.rules.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import pe.minka.rules.Election;
import pe.minka.rules.EqualShares;
import pe.minka.rules.EqualShares.Completion;
import pe.minka.rules.Greedy;
import pe.minka.rules.Phragmen;
import pe.minka.rules.SelectionRule;
import pe.minka.rules.Utility;
import pe.minka.rules.pabulib.Pabulib;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "measure",
        mixinStandardHelpOptions = true,
        description = {
            "Measures this program on invented elections and prints the tables of docs/rules/benchmarks.md: growth from",
            "1,000 ballots on, elections of the size of large cities, and whole processes from a cold start."
        })
final class MeasureCommand implements Callable<Integer> {
    private static final double NANOS = 1e9;

    @Option(names = "--largest", defaultValue = "1000000", description = "Most ballots of the growth table.")
    int largest = 1_000_000;

    @Option(names = "--times", defaultValue = "5", description = "How often; the best counts. Default: 5.")
    int times = 5;

    @Option(names = "--no-cities", description = "Only the growth table.")
    boolean onlyGrowth;

    @Option(names = "--folder", paramLabel = "DIRECTORY", description = "Where to leave the files. Default: nowhere.")
    @Nullable
    Path folder;

    @Spec
    @Nullable
    CommandSpec spec;

    /** An election of the size of a real one. */
    private record City(String name, InventedElection election) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = Console.out(spec);
        var place = folder == null ? Files.createTempDirectory("minka-rules") : Files.createDirectories(folder);
        out.printf(
                "Java %s, %d processors, %s. Seconds of the CPU, best of %d.%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                times);
        growth(out, place);
        if (!onlyGrowth) {
            cities(out, place);
        }
        if (folder == null) {
            Files.delete(place);
        }
        return 0;
    }

    private void growth(PrintWriter out, Path place) throws IOException {
        out.println("| ballots | different | reading | greedy | equal-shares | with add1u | phragmen |");
        out.println("|---:|---:|---:|---:|---:|---:|---:|");
        for (int ballots : new int[] {1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000}) {
            if (ballots <= largest) {
                var file = place.resolve("growth-" + ballots + ".pb");
                new InventedElection(ballots, 100, 10, 20_000_000, 0, 1).write(file);
                double reading = best(() -> Pabulib.read(file));
                var election = Pabulib.read(file).election();
                out.printf(
                        Locale.ROOT,
                        "| %,d | %,d | %.3f | %.4f | %.4f | %.3f | %.3f |%n",
                        ballots,
                        election.ballots().groups(),
                        reading,
                        select(Greedy.byVotes(), election),
                        select(shares(Completion.NONE), election),
                        select(shares(Completion.ADD1U), election),
                        select(new Phragmen(), election));
                out.flush();
                leave(file);
            }
        }
        out.println();
    }

    private void cities(PrintWriter out, Path place) throws IOException, InterruptedException {
        out.println("| ballots, projects, longest ballot | different | one run | Add1U | runs |"
                + " cold: selection, elapsed | whole process, elapsed |");
        out.println("|---|---:|---:|---:|---:|---:|---:|");
        for (var city : List.of(
                new City("90,494, 160, 5", new InventedElection(90_494, 160, 5, 50_000_000, 0, 7)),
                new City("the same, half repeated", new InventedElection(90_494, 160, 5, 24_000_000, 50, 7)),
                new City("61,668, 83, 15", new InventedElection(61_668, 83, 15, 30_000_000, 0, 9)),
                new City("the same, half repeated", new InventedElection(61_668, 83, 15, 30_000_000, 50, 9)))) {
            var file = place.resolve(
                    "city-" + city.election().ballots() + "-" + city.election().repeated() + ".pb");
            city.election().write(file);
            var cold = cold(file);
            var election = Pabulib.read(file).election();
            out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %.4f | %.3f | %s | %.2f | %.2f |%n",
                    city.name(),
                    election.ballots().groups(),
                    select(shares(Completion.NONE), election),
                    select(shares(Completion.ADD1U), election),
                    shares(Completion.ADD1U).select(election).notes().get("runs"),
                    cold[0],
                    cold[1]);
            out.flush();
            leave(file);
        }
    }

    private void leave(Path file) throws IOException {
        if (folder == null) {
            Files.delete(file);
        }
    }

    private static SelectionRule shares(Completion completion) {
        return EqualShares.of(Utility.COST, completion);
    }

    private double select(SelectionRule rule, Election election) throws IOException {
        return best(() -> rule.select(election));
    }

    private interface Work {
        Object done() throws IOException;
    }

    private double best(Work work) throws IOException {
        var clock = ManagementFactory.getThreadMXBean();
        double best = Double.MAX_VALUE;
        for (int time = 0; time < times; time++) {
            long start = clock.getCurrentThreadCpuTime();
            if (work.done() == null) {
                throw new IllegalStateException("nothing was done");
            }
            best = Math.min(best, (clock.getCurrentThreadCpuTime() - start) / NANOS);
        }
        return best;
    }

    /** A process of its own from start to end, the best of several: what it says of its selection, and its whole time. */
    private double[] cold(Path file) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        double selection = Double.MAX_VALUE;
        double whole = Double.MAX_VALUE;
        for (int time = 0; time < times; time++) {
            long start = System.nanoTime();
            var process = new ProcessBuilder(
                            java,
                            "-cp",
                            program(),
                            MinkaRules.class.getName(),
                            "count",
                            file.toString(),
                            "--rule",
                            "equal-shares",
                            "--completion",
                            "add1u",
                            "--format",
                            "json")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var json = new ObjectMapper().readTree(process.getInputStream());
            if (process.waitFor() != 0) {
                throw new IOException("the process of its own ended with code " + process.exitValue());
            }
            whole = Math.min(whole, (System.nanoTime() - start) / NANOS);
            selection = Math.min(selection, json.path("seconds").asDouble());
        }
        return new double[] {selection, whole};
    }

    private static String program() throws IOException {
        try {
            var self = Path.of(MinkaRules.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(self) ? self.toString() : System.getProperty("java.class.path");
        } catch (URISyntaxException impossible) {
            throw new IOException("the place of this program cannot be told", impossible);
        }
    }
}
