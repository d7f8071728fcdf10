package pe.minka.rules.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import pe.minka.rules.Denomination;
import pe.minka.rules.Metrics;
import pe.minka.rules.Progress;
import pe.minka.rules.Selection;
import pe.minka.rules.Utility;
import pe.minka.rules.Verdict;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How results look on the screen and in JSON. */
final class Shown {
    private static final int NAME_WIDTH = 48;
    private static final long PROGRESS_EVERY_NANOS = 1_000_000_000L;

    enum Format {
        TABLE,
        JSON
    }

    interface JsonBody {
        void write(JsonGenerator json) throws IOException;
    }

    private Shown() {}

    /** Writes one JSON object on a line of its own. */
    static void json(PrintWriter out, JsonBody body) throws IOException {
        try (var json = new JsonFactory().createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        }
        out.println();
        out.flush();
    }

    static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos, 9).setScale(6, RoundingMode.HALF_UP);
    }

    static void outcome(JsonGenerator json, Selection selection, Utility utility, long nanos) throws IOException {
        var money = selection.election().denomination();
        json.writeStringField("rule", selection.rule());
        strings(json, "winners", selection.winners());
        json.writeNumberField("cost", money.decimal(selection.cost()));
        json.writeNumberField("budget", money.decimal(selection.election().budget()));
        json.writeNumberField("utility", selection.total(utility));
        json.writeNumberField("voters", selection.election().ballots().voters());
        json.writeNumberField("seconds", seconds(nanos));
        json.writeArrayFieldStart("order");
        for (int position : selection.order()) {
            json.writeString(selection.election().projects().get(position).id());
        }
        json.writeEndArray();
        json.writeObjectFieldStart("notes");
        for (var note : new TreeMap<>(selection.notes()).entrySet()) {
            json.writeStringField(note.getKey(), note.getValue());
        }
        json.writeEndObject();
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (var value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    static void metrics(JsonGenerator json, Metrics metrics, Denomination money) throws IOException {
        json.writeObjectFieldStart("metrics");
        json.writeNumberField("votersWithAProject", metrics.heard());
        json.writeNumberField("voters", metrics.voters());
        json.writeNumberField("gini", metrics.gini());
        strings(json, "neglectedByEjrPlus", metrics.neglected());
        strings(json, "onlyHere", metrics.onlyHere());
        strings(json, "onlyGreedy", metrics.onlyByTheSimpleCount());
        parts(json, "byCategory", metrics.byCategory(), money);
        parts(json, "byTerritory", metrics.byTerritory(), money);
        json.writeEndObject();
    }

    private static void parts(JsonGenerator json, String name, Map<String, Metrics.Part> parts, Denomination money)
            throws IOException {
        json.writeObjectFieldStart(name);
        for (var part : parts.entrySet()) {
            json.writeObjectFieldStart(part.getKey());
            json.writeNumberField("votes", part.getValue().votes());
            json.writeNumberField("cost", money.decimal(part.getValue().cost()));
            json.writeNumberField("selectedVotes", part.getValue().selectedVotes());
            json.writeNumberField("selectedCost", money.decimal(part.getValue().selectedCost()));
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    static void table(PrintWriter out, Selection selection, Utility utility, long nanos) {
        var election = selection.election();
        var money = election.denomination();
        out.printf("%s%n%n", selection.rule());
        out.printf("%5s  %-16s %14s %8s  %s%n", "round", "project", "cost", "votes", "name");
        for (int position : selection.order()) {
            var chosen = (Verdict.Selected) selection.verdicts().get(position);
            out.printf(
                    "%5d  %-16s %14s %8d  %s%n",
                    chosen.round(),
                    chosen.project().id(),
                    money.plain(chosen.project().cost()),
                    chosen.votes(),
                    cut(chosen.project().name()));
        }
        out.printf(
                "%n%d of %d projects, %s of %s %s; utility %s (%s); %d ballots; %s s%n",
                selection.order().size(),
                election.projects().size(),
                money.plain(selection.cost()),
                money.plain(election.budget()),
                money.currency(),
                selection.total(utility).toPlainString(),
                utility.word(),
                election.ballots().voters(),
                seconds(nanos).toPlainString());
        selection.notes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(note -> out.printf("%s: %s%n", note.getKey(), note.getValue()));
        out.flush();
    }

    static String cut(String name) {
        return name.length() <= NAME_WIDTH ? name : name.substring(0, NAME_WIDTH - 1) + "…";
    }

    /** Progress of long work on the error stream, at most once a second. */
    static Progress progress(PrintWriter err) {
        var last = new long[] {System.nanoTime()};
        return (step, done, of) -> {
            long now = System.nanoTime();
            if (now - last[0] > PROGRESS_EVERY_NANOS) {
                last[0] = now;
                err.println(step + ": " + done + (of > 0 ? " of " + of : ""));
                err.flush();
            }
        };
    }
}
