package pe.minka.workshop.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.document.CanonicalDocument;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.Round;
import pe.minka.workshop.ballot.RoundActs;
import pe.minka.workshop.ballot.RoundOption;
import pe.minka.workshop.ballot.Rounds;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Seals the act of a counted round: whatever a stranger needs to count and draw again, and who attested it. */
@ApplicationScoped
class SealResultAct {

    static final String VERSION = "minka-result-act-v1";

    private final Results results;
    private final Rounds rounds;
    private final RoundActs acts;
    private final RoundRecords records;
    private final ChannelRecords channels;
    private final PublishedRoll publishedRoll;
    private final Tosses tosses;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final Clock clock;

    SealResultAct(
            Results results,
            Rounds rounds,
            RoundActs acts,
            RoundRecords records,
            ChannelRecords channels,
            PublishedRoll publishedRoll,
            Tosses tosses,
            ObjectMapper json,
            Outbox outbox,
            Clock clock) {
        this.results = results;
        this.rounds = rounds;
        this.acts = acts;
        this.records = records;
        this.channels = channels;
        this.publishedRoll = publishedRoll;
        this.tosses = tosses;
        this.json = json;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** An authority, by office; its name is a public act. */
    record Attestation(String office, @Nullable String name) {}

    /**
     * Seals the acts of the second rounds that decided its ties with it, where they are not sealed yet: the same people
     * attest them, and the act names them by their hashes.
     *
     * @param withoutSecondRound why ties go to the draw at once, though the regulation knows a second round
     */
    @Transactional
    RoundRecords.Kept seal(UUID id, List<Attestation> attestations, @Nullable String withoutSecondRound) {
        rounds.lock(id);
        var result = results.of(id);
        if (records.find(RoundRecords.Kind.RESULT_ACT, id).isPresent()) {
            throw Problem.conflict("result-act-already-sealed").toException();
        }
        boolean called = result.order().awaiting().stream()
                .anyMatch(tied -> records.secondRound(id, tied).isPresent());
        boolean waived = withoutSecondRound != null;
        if (called || (!result.order().awaiting().isEmpty() && !waived)) {
            throw Problem.conflict("second-round-not-held")
                    .with("awaiting", result.order().awaiting())
                    .toException();
        }
        if (!result.order().undrawn().isEmpty()) {
            throw Problem.conflict("draw-not-tossed")
                    .with("undrawn", result.order().undrawn())
                    .toException();
        }
        for (Round second : secondRounds(id)) {
            rounds.lock(second.round());
            if (records.find(RoundRecords.Kind.RESULT_ACT, second.round()).isEmpty()) {
                seal(results.of(second.round()), attestations, null);
            }
        }
        return seal(result, attestations, result.order().awaiting().isEmpty() ? null : withoutSecondRound);
    }

    private RoundRecords.Kept seal(
            Results.Result result, List<Attestation> attestations, @Nullable String withoutSecondRound) {
        var id = result.round().round();
        var now = clock.instant();
        var act = act(result, attestations, withoutSecondRound);
        act.put("sealedAt", now.toString());
        var document = CanonicalDocument.of(act);
        records.keep(RoundRecords.Kind.RESULT_ACT, id, document, now);
        outbox.append(new ResultActSealed(
                result.round().process(),
                result.round().entity(),
                id,
                document.sha256(),
                Objects.requireNonNull(result.round().ballotsSha256()),
                now));
        return new RoundRecords.Kept(document.text(), document.sha256(), now);
    }

    private ObjectNode act(Results.Result result, List<Attestation> attestations, @Nullable String withoutSecondRound) {
        var round = result.round();
        var act = json.createObjectNode();
        act.put("version", VERSION);
        act.put("process", round.process().toString());
        act.put("entity", round.entity().value());
        act.put("round", round.round().toString());
        act.put("kind", round.kind().name());
        act.put("title", round.title());
        records.find(RoundRecords.Kind.DECLARATION, round.round())
                .ifPresent(declared ->
                        act.put("declarationSha256", declared.sha256()).put("rollAtOpening", rollOf(declared)));
        records.firstRound(round.round()).ifPresent(first -> act.put("secondRoundOf", first.toString()));
        act.put("openedAt", Objects.requireNonNull(round.openedAt()).toString());
        act.put("closedAt", Objects.requireNonNull(round.closedAt()).toString());
        act.put("countedAt", Objects.requireNonNull(round.talliedAt()).toString());
        putRoll(act, round);
        putTurnout(act, round);
        act.put("method", method(round));
        act.set("counts", counts(round));
        act.set("tieBreak", json.valueToTree(result.chain()));
        act.set("order", order(result));
        act.set("secondRounds", writtenSecondRounds(round.round()));
        if (withoutSecondRound != null) {
            act.put("withoutSecondRound", withoutSecondRound);
        }
        act.set("draw", draw(result.draw()));
        act.put("ballotsSha256", Objects.requireNonNull(round.ballotsSha256()));
        act.set("acts", incidents(round));
        var attested = act.putArray("attestedBy");
        attestations.forEach(each -> {
            var written = attested.addObject().put("office", each.office());
            if (each.name() != null) {
                written.put("name", each.name());
            }
        });
        return act;
    }

    private int rollOf(RoundRecords.Kept declaration) {
        try {
            return json.readTree(declaration.document()).path("roll").asInt();
        } catch (JsonProcessingException altered) {
            throw new IllegalStateException("a declaration cannot be read", altered);
        }
    }

    /** As it stood at the close, and the acts that made it so. */
    private void putRoll(ObjectNode act, Round round) {
        act.put("roll", Objects.requireNonNull(round.roll()));
        act.set("rollActs", channels.rollActs(round.round()));
        if (round.rule().ofAgents()) {
            act.put("rollSha256", publishedRoll.sha256(round.round()));
        }
    }

    /** Ballots, and those struck off: these are more where a ballot on paper is invalid or missing. */
    private void putTurnout(ObjectNode act, Round round) {
        var byChannel = records.turnoutByChannel(round.round());
        int turnout = Objects.requireNonNull(round.turnout());
        act.put("turnout", turnout);
        act.put(
                "withoutBallot",
                byChannel.values().stream().mapToInt(Integer::intValue).sum() - turnout);
        act.set("turnoutByChannel", json.valueToTree(byChannel));
        act.put("blank", Objects.requireNonNull(round.blank()));
        act.set("paperTables", channels.paperTables(round.round()));
        act.set("handCounts", channels.handCounts(round.round()));
    }

    /** How marks become scores. */
    static String method(Round round) {
        return switch (round.rule().kind()) {
            case "RANKING" -> "BORDA";
            case "POINTS", "SCORES" -> "SUM_OF_POINTS";
            default -> "MOST_VOTES";
        };
    }

    private ArrayNode counts(Round round) {
        var counts = json.createArrayNode();
        for (RoundOption option : round.options()) {
            counts.addObject()
                    .put("option", option.option().toString())
                    .put("title", option.title())
                    .put("votes", Objects.requireNonNull(option.votes()))
                    .put("score", String.valueOf(Objects.requireNonNull(option.score())));
        }
        return counts;
    }

    private ArrayNode order(Results.Result result) {
        Map<UUID, String> titles = new HashMap<>();
        result.round().options().forEach(option -> titles.put(option.option(), option.title()));
        var order = json.createArrayNode();
        for (SettledOrder.Place place : result.order().places()) {
            var written = order.addObject()
                    .put("place", place.place())
                    .put("option", place.option().toString())
                    .put("title", titles.get(place.option()))
                    .put("settledBy", place.settledBy().name());
            if (place.lot() != null) {
                written.put("lot", place.lot());
            }
        }
        return order;
    }

    private List<Round> secondRounds(UUID first) {
        return records.secondRounds(first).stream()
                .map(rounds::known)
                .filter(second -> second.state() == Round.State.TALLIED)
                .toList();
    }

    /** Each by the hashes of its own declaration and act, with its scores and draw beside them. */
    private ArrayNode writtenSecondRounds(UUID first) {
        var written = json.createArrayNode();
        for (Round second : secondRounds(first)) {
            var each = written.addObject();
            each.put("round", second.round().toString());
            each.put("declarationSha256", hash(RoundRecords.Kind.DECLARATION, second));
            each.put("actSha256", hash(RoundRecords.Kind.RESULT_ACT, second));
            each.set("counts", counts(second));
            each.set("draw", draw(results.draw(second.round())));
        }
        return written;
    }

    private String hash(RoundRecords.Kind kind, Round round) {
        return records.find(kind, round.round()).orElseThrow().sha256();
    }

    /** With a seed where something had to be drawn, and so was tossed. */
    private ObjectNode draw(RoundDraw draw) {
        var written = json.createObjectNode()
                .put("round", draw.round().toString())
                .put("secret", draw.secret())
                .put("secretSha256", draw.secretSha256())
                .put("ballotsDigest", draw.ballotsDigest());
        tosses.attested(draw.round())
                .ifPresent(toss -> written.put("tosses", toss.tosses())
                        .put("tossDocument", toss.document())
                        .put("tossedAnew", toss.number() - 1)
                        .put("seed", draw.seed()));
        return written;
    }

    /** Suspensions, resumptions, extensions and incidents, as they were recorded. */
    private ArrayNode incidents(Round round) {
        var written = json.createArrayNode();
        for (RoundActs.Recorded recorded : acts.of(round.round())) {
            var each = written.addObject()
                    .put("number", recorded.number())
                    .put("act", recorded.act())
                    .put("document", recorded.document())
                    .put("reason", recorded.reason())
                    .put("at", recorded.at().toString());
            if (recorded.deadline() != null) {
                each.put("deadline", recorded.deadline().toString());
            }
        }
        return written;
    }
}
