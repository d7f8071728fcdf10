package pe.minka.workshop.result;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.workshop.ballot.Channel;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.RoundPledges;
import pe.minka.workshop.ballot.RoundStage;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.process.Regulation;

import java.util.List;
import java.util.Objects;

/** Declares, in the transaction that opens a round, all that its result will be held to. */
@ApplicationScoped
class DeclareRound implements RoundStage {

    static final String VERSION = "minka-declaration-v1";

    private final RoundRecords records;
    private final RoundPledges pledges;
    private final PublishedRoll publishedRoll;
    private final ObjectMapper json;
    private final Outbox outbox;

    DeclareRound(
            RoundRecords records, RoundPledges pledges, PublishedRoll publishedRoll, ObjectMapper json, Outbox outbox) {
        this.records = records;
        this.pledges = pledges;
        this.publishedRoll = publishedRoll;
        this.json = json;
        this.outbox = outbox;
    }

    @Override
    @Transactional
    public void opened(BudgetProcess process, Round round) {
        var secretSha256 = Hashes.sha256Hex(pledges.drawSeed(round.round()));
        var receiptKey = pledges.receiptKey(round.round()).publicKey();
        int roll = Objects.requireNonNull(round.roll());
        var declaration = json.createObjectNode();
        declaration.put("version", VERSION);
        declaration.put("process", round.process().toString());
        declaration.put("entity", round.entity().value());
        declaration.put("round", round.round().toString());
        declaration.put("kind", round.kind().name());
        declaration.put("title", round.title());
        declaration.put("roll", roll);
        declaration.put("rollOf", Objects.requireNonNullElse(round.rule().roll(), "AGENTS"));
        if (round.rule().ofAgents()) {
            declaration.put("rollSha256", publishedRoll.sha256(round.round()));
        }
        declaration.put("openedAt", Objects.requireNonNull(round.openedAt()).toString());
        declaration.set("ballot", rule(round.rule()));
        if (round.budget() != null) {
            declaration.put("budget", round.budget().toString());
        }
        declaration.set("options", options(round.options()));
        declaration.set("tieBreak", json.valueToTree(chain(process.regulation(), round)));
        declaration.put("draw", "minka-draw-v2");
        records.firstRound(round.round()).ifPresent(first -> declaration.put("secondRoundOf", first.toString()));
        declaration.put("drawSecretSha256", secretSha256);
        declaration.put("receiptKey", receiptKey);
        var document = CanonicalDocument.of(declaration);
        records.keep(RoundRecords.Kind.DECLARATION, round.round(), document, Objects.requireNonNull(round.openedAt()));
        outbox.append(new RoundDeclared(
                round.process(), round.entity(), round.round(), document.sha256(), secretSha256, receiptKey, roll));
    }

    /** A tie that a second round left has no third one. */
    private List<String> chain(Regulation regulation, Round round) {
        boolean second = records.firstRound(round.round()).isPresent();
        return regulation.selection().tieBreak().stream()
                .filter(criterion -> !second || !criterion.equals("SECOND_ROUND"))
                .toList();
    }

    private ObjectNode rule(Regulation.Ballot rule) {
        var written = json.createObjectNode();
        written.put("kind", rule.kind());
        put(written, "minimumChoices", rule.minimumChoices());
        put(written, "maximumChoices", rule.maximumChoices());
        put(written, "pointsPerBallot", rule.pointsPerBallot());
        put(written, "maximumScore", rule.maximumScore());
        if (rule.choicesPer() != null) {
            written.put("choicesPer", rule.choicesPer());
        }
        put(written, "maximumChoicesInAll", rule.maximumChoicesInAll());
        written.put("blankAllowed", Boolean.TRUE.equals(rule.blankAllowed()));
        written.put("replaceable", rule.replaceable());
        written.put("secret", rule.secret());
        written.put("mandateRequired", rule.needsMandate());
        written.put("abstentionsAreBlank", abstentionsAreBlank(rule));
        return written;
    }

    /** Whoever is present at a count of hands is struck off, and who raises none has to be a ballot too. */
    private static boolean abstentionsAreBlank(Regulation.Ballot rule) {
        return rule.admits(Channel.SHOW_OF_HANDS.name()) && !rule.secret() && !rule.needsMandate();
    }

    private static void put(ObjectNode written, String name, @Nullable Integer value) {
        if (value != null) {
            written.put(name, value);
        }
    }

    /** In the order of the paper: the first has position 0. */
    private ArrayNode options(List<RoundOption> options) {
        var written = json.createArrayNode();
        for (RoundOption option : options) {
            var each = written.addObject();
            each.put("option", option.option().toString());
            each.put("title", option.title());
            if (option.objective() != null) {
                each.put("objective", option.objective().toString());
            }
            if (option.zone() != null) {
                each.put("zone", option.zone());
            }
            if (option.cost() != null) {
                each.put("cost", option.cost().toString());
            }
        }
        return written;
    }
}
