package pe.minka.rules.cli;

import org.jspecify.annotations.Nullable;
import pe.minka.rules.pabulib.Pabulib;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

@Command(
        name = "count",
        mixinStandardHelpOptions = true,
        description = "Counts an election and names the projects that get their money.",
        footer = {
            "",
            "JSON: winners (ids, sorted), cost, utility (total), seconds (the selection alone), order, notes.",
            "",
            "Limits file (JSON, amounts in the currency): {\"groups\":[{\"label\":\"North\",\"territory\":\"North\",",
            "\"atLeast\":1000,\"atMost\":5000,\"mostProjects\":3}],\"exclusive\":[[\"a\",\"b\"]],\"together\":[[\"c\",\"d\"]],",
            "\"after\":{\"phase-2\":[\"phase-1\"]},\"sources\":{\"canon\":5000},\"payableFrom\":{\"a\":[\"canon\"]},",
            "\"years\":[6000,4000],\"schedule\":{\"a\":[500,700]}}"
        })
final class CountCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A Pabulib file.")
    Path file = Path.of("");

    @Option(names = "--rule", required = true, paramLabel = "WORD", description = "One of: " + RuleOptions.RULES + ".")
    String rule = "";

    @Mixin
    RuleOptions options = new RuleOptions();

    @Option(names = "--limits", paramLabel = "FILE", description = "Limits besides the budget, as JSON.")
    @Nullable
    Path limits;

    @Option(names = "--format", defaultValue = "TABLE", description = "table or json. Default: table.")
    Shown.Format format = Shown.Format.TABLE;

    @Option(names = "--svg", paramLabel = "FILE", description = "Also draw the result as a picture.")
    @Nullable
    Path svg;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var chosen = options.rule(rule);
        var read = Pabulib.read(file);
        var election = limits == null ? read.election() : LimitsFile.applied(limits, read.election());
        var out = Console.out(spec);
        long start = System.nanoTime();
        var selection = chosen.select(election, Shown.progress(Console.err(spec)));
        long nanos = System.nanoTime() - start;
        var utility = options.utilityFor(rule);
        if (format == Shown.Format.JSON) {
            Shown.json(out, json -> Shown.outcome(json, selection, utility, nanos));
        } else {
            Shown.table(out, selection, utility, nanos);
        }
        if (svg != null) {
            Files.writeString(svg, Picture.of(selection));
        }
        return 0;
    }
}
