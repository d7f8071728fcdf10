package pe.minka.rules.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import org.jspecify.annotations.Nullable;
import pe.minka.rules.Denomination;
import pe.minka.rules.Explanation;
import pe.minka.rules.Language;
import pe.minka.rules.Metrics;
import pe.minka.rules.Selection;
import pe.minka.rules.Verdict;
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
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Says of each project why it was selected or not and what would have changed it, and measures the whole.",
            "What would have changed it is found by counting again many times; --project limits it to some."
        })
final class ExplainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A Pabulib file.")
    Path file = Path.of("");

    @Option(names = "--rule", required = true, paramLabel = "WORD", description = "One of: " + RuleOptions.RULES + ".")
    String rule = "";

    @Mixin
    RuleOptions options = new RuleOptions();

    @Option(names = "--limits", paramLabel = "FILE", description = "Limits besides the budget, as JSON.")
    @Nullable
    Path limits;

    @Option(names = "--project", paramLabel = "ID", description = "Only this project; may be repeated.")
    List<String> only = List.of();

    @Option(names = "--language", defaultValue = "ES", description = "es, qu or en. Default: es.")
    Language language = Language.ES;

    @Option(names = "--no-what-if", description = "Leave out what would have changed it.")
    boolean withoutWhatIf;

    @Option(names = "--format", defaultValue = "TABLE", description = "table or json. Default: table.")
    Shown.Format format = Shown.Format.TABLE;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var chosen = options.rule(rule);
        var read = Pabulib.read(file);
        var election = limits == null ? read.election() : LimitsFile.applied(limits, read.election());
        long start = System.nanoTime();
        var selection = chosen.select(election, Shown.progress(Console.err(spec)));
        long nanos = System.nanoTime() - start;
        var progress = Shown.progress(Console.err(spec));
        var explanations = new ArrayList<Explanation>();
        for (int position = 0; position < election.projects().size(); position++) {
            if (only.isEmpty()
                    || only.contains(election.projects().get(position).id())) {
                progress.reached("explaining", position, election.projects().size());
                explanations.add(
                        withoutWhatIf
                                ? new Explanation(selection.verdicts().get(position), null, null, null)
                                : Explanation.of(selection, chosen, position));
            }
        }
        var metrics = Metrics.of(selection);
        var out = Console.out(spec);
        if (format == Shown.Format.JSON) {
            Shown.json(out, json -> {
                Shown.outcome(json, selection, options.utilityFor(rule), nanos);
                Shown.metrics(json, metrics, election.denomination());
                json.writeArrayFieldStart("projects");
                for (var explanation : explanations) {
                    write(json, explanation, selection);
                }
                json.writeEndArray();
            });
        } else {
            for (var explanation : explanations) {
                out.println(String.join(" ", explanation.sentences(selection, language)));
            }
            out.printf(
                    "%n%d / %d; Gini %s; EJR+ %s%n",
                    metrics.heard(), metrics.voters(), metrics.gini().toPlainString(), metrics.neglected());
            out.flush();
        }
        return 0;
    }

    private static void write(JsonGenerator json, Explanation explanation, Selection selection) throws IOException {
        var money = selection.election().denomination();
        var verdict = explanation.verdict();
        json.writeStartObject();
        json.writeStringField("id", verdict.project().id());
        json.writeNumberField("votes", verdict.votes());
        json.writeNumberField("cost", money.decimal(verdict.project().cost()));
        json.writeBooleanField("selected", verdict instanceof Verdict.Selected);
        if (verdict.measure() != null) {
            json.writeStringField("measure", verdict.measure().toString());
        }
        if (verdict instanceof Verdict.Selected selected) {
            write(json, selected, money);
        } else if (verdict instanceof Verdict.NotSelected failed) {
            json.writeStringField("obstacle", failed.obstacle().name());
            json.writeStringField("because", failed.because());
            json.writeNumberField("missing", money.decimal(failed.missing()));
        }
        if (explanation.moreVotes() != null) {
            json.writeNumberField("selectedWithMoreVotes", explanation.moreVotes());
        }
        if (explanation.atCost() != null) {
            json.writeNumberField("selectedAtCost", money.decimal(explanation.atCost()));
        }
        if (explanation.atBudget() != null) {
            json.writeNumberField("selectedAtBudget", money.decimal(explanation.atBudget()));
        }
        json.writeObjectFieldStart("sentences");
        for (var language : Language.values()) {
            json.writeStringField(language.code(), String.join(" ", explanation.sentences(selection, language)));
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Verdict.Selected selected, Denomination money) throws IOException {
        json.writeNumberField("round", selected.round());
        json.writeStringField("ground", selected.ground().name());
        var payment = selected.payment();
        if (payment != null) {
            json.writeObjectFieldStart("payment");
            json.writeNumberField("payers", payment.payers());
            json.writeNumberField("atMost", payment.atMost().over(money.one()).rounded(6));
            json.writeNumberField("gaveAll", payment.gaveAll());
            json.writeEndObject();
        }
    }
}
