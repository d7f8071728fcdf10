package pe.minka.rules.cli;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;
import pe.minka.rules.Denomination;
import pe.minka.rules.distribution.Atomisation;
import pe.minka.rules.distribution.Criterion;
import pe.minka.rules.distribution.Distribution;
import pe.minka.rules.distribution.Share;
import pe.minka.rules.distribution.Territory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

@Command(
        name = "distribute",
        mixinStandardHelpOptions = true,
        description = "Shares an envelope out among territories by a weighted formula, to the last centimo.",
        footer = {
            "",
            "Input (JSON):"
                    + " {\"envelope\":\"2000000.00\",\"currency\":\"PEN\",\"decimals\":2,\"minimum\":\"0\",\"tieOrder\":[],",
            "\"criteria\":[{\"name\":\"population\",\"weight\":\"30\",\"kind\":\"direct\"},",
            "{\"name\":\"roads\",\"weight\":\"70\",\"kind\":\"inverse\",\"per\":\"population\",\"cap\":\"9\",\"floor\":\"1\"}],",
            "\"territories\":[{\"id\":\"S1\",\"name\":\"Sector"
                    + " 1\",\"indicators\":{\"population\":\"47210\",\"roads\":\"4\"}}]}",
            "kind: direct, inverse or equal. Amounts and indicators as strings or numbers."
        })
final class DistributeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "Envelope, formula and indicators, as JSON.")
    Path file = Path.of("");

    @Option(names = "--format", defaultValue = "TABLE", description = "table or json. Default: table.")
    Shown.Format format = Shown.Format.TABLE;

    @Spec
    @Nullable
    CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var tree = new ObjectMapper()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .readTree(file.toFile());
        var money = new Denomination(
                tree.path("currency").asText("PEN"), tree.path("decimals").asInt(2));
        var criteria = new ArrayList<Criterion>();
        tree.path("criteria").forEach(node -> criteria.add(criterion(node)));
        var tieOrder = new ArrayList<String>();
        tree.path("tieOrder").forEach(id -> tieOrder.add(id.asText()));
        var territories = new ArrayList<Territory>();
        tree.path("territories").forEach(node -> territories.add(territory(node)));
        var formula = new Distribution(criteria, money.amountOf(decimal(tree, "minimum", "0")), tieOrder);
        long envelope = money.amountOf(decimal(tree, "envelope", "0"));
        var shares = formula.of(envelope, territories);
        if (format == Shown.Format.JSON) {
            json(shares, money, envelope);
        } else {
            table(shares, money, envelope);
        }
        return 0;
    }

    private static Criterion criterion(JsonNode node) {
        var name = node.path("name").asText();
        return new Criterion(
                name,
                decimal(node, "weight", "0"),
                Criterion.Kind.valueOf(node.path("kind").asText("direct").toUpperCase(Locale.ROOT)),
                node.path("indicator").asText(name),
                node.hasNonNull("per") ? node.get("per").asText() : null,
                node.hasNonNull("cap") ? decimal(node, "cap", "0") : null,
                node.hasNonNull("floor") ? decimal(node, "floor", "0") : null);
    }

    private static Territory territory(JsonNode node) {
        var indicators = new HashMap<String, BigDecimal>();
        var values = node.path("indicators");
        values.fieldNames().forEachRemaining(name -> indicators.put(name, decimal(values, name, "0")));
        return new Territory(node.path("id").asText(), node.path("name").asText(), indicators);
    }

    private static BigDecimal decimal(JsonNode node, String name, String usual) {
        var value = node.path(name);
        return value.isMissingNode() ? new BigDecimal(usual) : new BigDecimal(value.asText());
    }

    private void table(List<Share> shares, Denomination money, long envelope) {
        var out = Console.out(spec);
        out.printf("%-20s", "territory");
        shares.get(0).terms().forEach(term -> out.printf(" %20s", term.criterion()));
        out.printf(" %14s %16s%n", "adjustment", "amount");
        for (var share : shares) {
            out.printf("%-20s", share.territory().id());
            share.terms().forEach(term -> out.printf(" %20s", money.plain(term.money())));
            out.printf(" %14s %16s%n", money.plain(share.adjustment()), money.plain(share.amount()));
        }
        out.printf("%n%s %s%n", money.plain(envelope), money.currency());
        if (atomisation(shares).equalSplit()) {
            out.println("An equal split over all territories: see whether the parts can pay for anything.");
        }
        out.flush();
    }

    private static Atomisation atomisation(List<Share> shares) {
        return Atomisation.of(shares.stream().map(Share::amount).toList());
    }

    private void json(List<Share> shares, Denomination money, long envelope) throws IOException {
        Shown.json(Console.out(spec), json -> {
            json.writeStringField("envelope", money.plain(envelope));
            json.writeStringField("currency", money.currency());
            json.writeArrayFieldStart("shares");
            for (var share : shares) {
                json.writeStartObject();
                json.writeStringField("territory", share.territory().id());
                json.writeStringField("amount", money.plain(share.amount()));
                json.writeStringField("adjustment", money.plain(share.adjustment()));
                json.writeArrayFieldStart("terms");
                for (var term : share.terms()) {
                    json.writeStartObject();
                    json.writeStringField("criterion", term.criterion());
                    json.writeStringField("value", term.value().toString());
                    json.writeStringField("part", term.part().toString());
                    json.writeStringField("money", money.plain(term.money()));
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeNumberField("atomisation", atomisation(shares).index());
            json.writeBooleanField("equalSplit", atomisation(shares).equalSplit());
        });
    }
}
