package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.Metrics;
import pe.minka.rules.Selection;
import pe.minka.rules.pabulib.Pabulib;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Counts an election by several rules and shows them side by side.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A Pabulib file.")
    Path file = Path.of("");

    @Option(
            names = "--rules",
            split = ",",
            defaultValue = "greedy,greedy-per-cost,equal-shares,phragmen",
            paramLabel = "WORDS",
            description = "Rules, joined by commas: " + RuleOptions.RULES + ".")
    List<String> rules = List.of();

    @Mixin
    RuleOptions options = new RuleOptions();

    @Option(names = "--format", defaultValue = "TABLE", description = "table or json. Default: table.")
    Shown.Format format = Shown.Format.TABLE;

    @Spec
    @Nullable
    CommandSpec spec;

    private record Counted(Selection selection, long nanos) {}

    @Override
    public Integer call() throws IOException {
        var election = Pabulib.read(file).election();
        Map<String, Counted> counted = new LinkedHashMap<>();
        for (var word : rules) {
            var rule = options.rule(word);
            long start = System.nanoTime();
            var selection = rule.select(election, Shown.progress(Console.err(spec)));
            counted.put(word, new Counted(selection, System.nanoTime() - start));
        }
        if (format == Shown.Format.JSON) {
            Shown.json(Console.out(spec), json -> {
                for (var entry : counted.entrySet()) {
                    var selection = entry.getValue().selection();
                    json.writeObjectFieldStart(entry.getKey());
                    Shown.outcome(
                            json,
                            selection,
                            options.utilityFor(entry.getKey()),
                            entry.getValue().nanos());
                    Shown.metrics(json, Metrics.of(selection), election.denomination());
                    json.writeEndObject();
                }
            });
        } else {
            table(List.copyOf(counted.keySet()), new ArrayList<>(counted.values()));
        }
        return 0;
    }

    private void table(List<String> words, List<Counted> counted) {
        var out = Console.out(spec);
        var election = counted.get(0).selection().election();
        out.printf("%-16s %14s %8s", "project", "cost", "votes");
        words.forEach(word -> out.printf("  %-15s", word));
        out.println();
        for (int position = 0; position < election.projects().size(); position++) {
            var verdict = counted.get(0).selection().verdicts().get(position);
            out.printf(
                    "%-16s %14s %8d",
                    verdict.project().id(),
                    election.denomination().plain(verdict.project().cost()),
                    verdict.votes());
            for (var one : counted) {
                out.printf("  %-15s", one.selection().selected(position) ? "x" : "");
            }
            out.println();
        }
        line(
                "cost",
                counted,
                one -> election.denomination().plain(one.selection().cost()));
        line(
                "voters heard",
                counted,
                one -> String.valueOf(Metrics.of(one.selection()).heard()));
        line("Gini", counted, one -> Metrics.of(one.selection()).gini().toPlainString());
        line(
                "EJR+ neglected",
                counted,
                one -> String.valueOf(Metrics.of(one.selection()).neglected().size()));
        line("seconds", counted, one -> Shown.seconds(one.nanos()).toPlainString());
        out.flush();
    }

    private void line(String name, List<Counted> counted, Function<Counted, String> value) {
        var out = Console.out(spec);
        out.printf("%-40s", name);
        counted.forEach(one -> out.printf("  %-15s", value.apply(one)));
        out.println();
    }
}
