package pe.minka.rules.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
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

    @Option(
            names = "--repeated",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Voters who vote just as some earlier one. Default: 0.")
    int repeated = 0;

    @Option(names = "--seed", defaultValue = "1", description = "Default: 1.")
    long seed = 1;

    @Override
    public Integer call() throws IOException {
        new InventedElection(ballots, projects, longest, budget, repeated, seed).write(file);
        return 0;
    }
}
