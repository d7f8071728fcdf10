import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.zip.ZipInputStream;

/**
 * Checks the public record of a round, with public files only and without a line of the services' code.
 *
 * <pre>
 * java verifier/Verify.java [--log-key KEY] FOLDER
 * java verifier/Verify.java [--log-key KEY] fetch WORKSHOP-URL ROUND FOLDER [TRANSPARENCY-URL]
 * </pre>
 *
 * The folder holds {@code declaration.json}, {@code result-act.json}, {@code ballots.pb}, {@code commitments.txt}, and
 * {@code roll.txt} where agents voted; the same of each second round in {@code second/ROUND/}; and, as far as one has
 * them, {@code receipts.json} (one's own), {@code openings.json} (the vigilance committee's) and {@code log/} with
 * {@code checkpoint}, {@code keys.json}, {@code entries} and checkpoints seen earlier in {@code log/seen/}. A key of the
 * log that one has from elsewhere is given as {@code --log-key}: the key itself, as C2SP signed-note has it, or a file
 * with one a line; several may be given. Ends with 0 when no check failed, with 1 when one did, with 2 when it was not
 * called well.
 */
public final class Verify {

    /** The named checks, in the order in which they are told. */
    enum Check {
        V01("authentic: act, declaration and roll are of one round, joined by their hashes; acts explain how the roll changed"),
        V02("authentic: the file of ballots has the hash that the act names"),
        V03("complete: as many ballots as commitments, and with those without a ballot as many as voters who were struck off"),
        V04("unique: no commitment and no voter number twice, and no more ballots than the roll has seats"),
        V05("valid: every ballot is marked as the declaration allows, for options that it names"),
        V06("counted as declared: votes, scores and blank ballots are those of the file and of the act"),
        V07("committed: the secret of the draw is the one whose hash was declared before the first ballot; enough was tossed"),
        V08("drawn again: seed and order follow from secret, commitments, tosses, counts and the declared chain"),
        V09("receipts: each is signed by the declared key and stands among the commitments"),
        V10("opened: every commitment opens to a mark, and the marks are the ballots of the file"),
        V11("log: the checkpoint is signed by a key of the log, and its root is that of the entries"),
        V12("logged: declaration, every commitment and no other, result and act stand in the log as they are here"),
        V13("in time: the log has the declaration before all commitments, and all of these before the act"),
        V14("append-only: each checkpoint that was seen earlier is the beginning of this log");

        final String says;

        Check(String says) {
            this.says = says;
        }
    }

    /** What does not hold. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Broken(String why) {
            super(why);
        }
    }

    /** What came of a check. */
    enum Verdict {
        /** There was nothing to check. */
        SKIP,
        PASS,
        /** It may be in order, and may not: who is concerned has to look. */
        WARN,
        FAIL
    }

    /** @param note why it failed, or what to know of a check that passed */
    record Told(Verdict verdict, String note) {
        static final Told SKIP = new Told(Verdict.SKIP, "");
        static final Told PASS = new Told(Verdict.PASS, "");

        Told of(String whose) {
            return note.isEmpty() ? this : new Told(verdict, whose + note);
        }

        /** The worse of the two. */
        Told and(Told other) {
            return other.verdict.compareTo(verdict) > 0 ? other : this;
        }

        @Override
        public String toString() {
            return verdict + (note.isEmpty() ? "" : " " + note);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var words = new ArrayList<>(List.of(arguments));
        var logKeys = new ArrayList<String>();
        for (int at = words.indexOf("--log-key"); at >= 0 && at + 1 < words.size(); at = words.indexOf("--log-key")) {
            words.remove(at);
            logKeys.addAll(keys(words.remove(at)));
        }
        if (words.size() >= 4 && words.get(0).equals("fetch")) {
            var folder = Path.of(words.get(3));
            Fetch.round(words.get(1), words.get(2), folder);
            if (words.size() > 4) {
                Fetch.log(words.get(4), folder);
            }
            words = new ArrayList<>(List.of(words.get(3)));
        }
        if (words.size() != 1) {
            System.err.println("usage: java Verify.java [--log-key KEY]"
                    + " FOLDER | fetch WORKSHOP-URL ROUND FOLDER [TRANSPARENCY-URL]");
            System.exit(2);
        }
        var outcome = outcome(Path.of(words.get(0)), logKeys);
        outcome.forEach((check, told) -> System.out.println(check + " " + told.verdict + "  " + check.says
                + (told.note.isEmpty() ? "" : "\n         " + told.note)));
        boolean failed = outcome.values().stream().anyMatch(told -> told.verdict == Verdict.FAIL);
        boolean warned = outcome.values().stream().anyMatch(told -> told.verdict == Verdict.WARN);
        System.out.println(failed ? "REFUSED" : warned ? "VERIFIED, with a warning" : "VERIFIED");
        System.exit(failed ? 1 : 0);
    }

    /** A key as it is given, or a file with one a line. */
    private static List<String> keys(String given) throws IOException {
        return given.matches("[^+]+\\+[0-9a-f]{8}\\+[A-Za-z0-9+/=]+")
                ? List.of(given)
                : Files.readAllLines(Path.of(given), StandardCharsets.UTF_8).stream()
                        .filter(line -> !line.isBlank())
                        .toList();
    }

    static Map<Check, Told> outcome(Path folder) throws IOException {
        return outcome(folder, List.of());
    }

    /** @param logKeys of the log, from elsewhere than the log; none: those that it tells itself are taken */
    static Map<Check, Told> outcome(Path folder, List<String> logKeys) throws IOException {
        var first = new Record(folder, folder.resolve("log"), logKeys);
        var found = new LinkedHashMap<Check, Told>();
        for (Check check : Check.values()) {
            found.put(check, first.told(check));
        }
        List<String> seconds;
        try {
            seconds = first.secondRounds();
        } catch (IOException | RuntimeException unreadable) {
            return found;
        }
        for (String each : seconds) {
            if (Files.isDirectory(folder.resolve("second").resolve(each))) {
                var second = new Record(folder.resolve("second").resolve(each), folder.resolve("log"), logKeys);
                found.replaceAll((check, told) -> told.and(second.told(check).of("second round " + each + ": ")));
            }
        }
        return found;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new Broken(otherwise);
        }
    }

    static void same(Object here, Object there, String what) {
        require(String.valueOf(here).equals(String.valueOf(there)), what + ": " + here + " is not " + there);
    }

    // ---------------------------------------------------------------- the record

    /** The files of a folder, each read when the first check asks for it. */
    static final class Record {

        private final Path folder;
        private final Path log;
        private final List<String> logKeys;
        private final Map<String, Object> read = new HashMap<>();

        Record(Path folder, Path log, List<String> logKeys) {
            this.folder = folder;
            this.log = log;
            this.logKeys = logKeys;
        }

        Told told(Check check) {
            try {
                return holds(check);
            } catch (Broken broken) {
                return new Told(Verdict.FAIL, String.valueOf(broken.getMessage()));
            } catch (IOException | RuntimeException unreadable) {
                return new Told(Verdict.FAIL, "cannot be read: " + unreadable);
            }
        }

        private Told holds(Check check) throws IOException {
            switch (check) {
                case V01 -> documents();
                case V02 -> same(sha256(bytes("ballots.pb")), text(act(), "ballotsSha256"), "hash of ballots.pb");
                case V03 -> complete();
                case V04 -> unique();
                case V05 -> valid();
                case V06 -> counted();
                case V07 -> secret();
                case V08 -> drawn();
                case V09 -> {
                    return has("receipts.json") ? receipts() : Told.SKIP;
                }
                case V10 -> {
                    return has("openings.json") ? opened() : Told.SKIP;
                }
                case V11 -> {
                    return isLogged() ? checkpoint() : Told.SKIP;
                }
                case V12 -> {
                    return isLogged() ? logged() : Told.SKIP;
                }
                case V13 -> {
                    return isLogged() ? inTime() : Told.SKIP;
                }
                case V14 -> {
                    return Files.isDirectory(log.resolve("seen")) ? appendOnly() : Told.SKIP;
                }
            }
            return Told.PASS;
        }

        private boolean has(String name) {
            return Files.exists(folder.resolve(name));
        }

        private boolean isLogged() {
            return Files.exists(log.resolve("checkpoint"));
        }

        private byte[] bytes(String name) throws IOException {
            return Files.readAllBytes(folder.resolve(name));
        }

        private interface Reading<T> {
            T of() throws IOException;
        }

        @SuppressWarnings("unchecked")
        private <T> T once(String name, Reading<T> reading) throws IOException {
            if (!read.containsKey(name)) {
                read.put(name, reading.of());
            }
            return (T) read.get(name);
        }

        private Map<String, Object> act() throws IOException {
            return once("act", () -> object(Json.read(bytes("result-act.json"))));
        }

        private Map<String, Object> declaration() throws IOException {
            return once("declaration", () -> object(Json.read(bytes("declaration.json"))));
        }

        private List<String> commitments() throws IOException {
            return once(
                    "commitments",
                    () -> Files.readAllLines(folder.resolve("commitments.txt"), StandardCharsets.UTF_8));
        }

        private Ballots ballots() throws IOException {
            return once(
                    "ballots",
                    () -> Ballots.read(Files.readAllLines(folder.resolve("ballots.pb"), StandardCharsets.UTF_8)));
        }

        /** Those that the act says decided a tie. */
        List<String> secondRounds() throws IOException {
            var found = list(act().get("secondRounds")).stream()
                    .map(each -> text(object(each), "round"))
                    .toList();
            found.forEach(each -> require(each.matches("[0-9a-f-]{36}"), "no round: " + each));
            return found;
        }

        private Record second(String round) {
            return new Record(folder.resolve("second").resolve(round), log, logKeys);
        }

        private void documents() throws IOException {
            same(sha256(bytes("declaration.json")), text(act(), "declarationSha256"), "hash of the declaration");
            for (String name : List.of("round", "process", "entity", "kind", "title", "openedAt", "secondRoundOf")) {
                same(act().get(name), declaration().get(name), name);
            }
            same(text(act(), "version"), "minka-result-act-v1", "version of the act");
            same(text(declaration(), "version"), "minka-declaration-v1", "version of the declaration");
            same(act().get("tieBreak"), declaration().get("tieBreak"), "chain that breaks ties");
            same(ballots().meta.get("instance"), text(act(), "round"), "round of the file of ballots");
            same(number(act(), "rollAtOpening"), number(declaration(), "roll"), "roll at the opening");
            roll();
            for (String each : secondRounds()) {
                var second = second(each);
                require(second.has("result-act.json"), "the record of the second round " + each + " is not here");
                var said = said(each);
                same(second.declaration().get("secondRoundOf"), text(act(), "round"), "first round of " + each);
                same(sha256(second.bytes("declaration.json")), text(said, "declarationSha256"), "declaration of " + each);
                same(sha256(second.bytes("result-act.json")), text(said, "actSha256"), "act of " + each);
            }
        }

        /** What the act says of a second round. */
        private Map<String, Object> said(String second) throws IOException {
            for (Object each : list(act().get("secondRounds"))) {
                if (text(object(each), "round").equals(second)) {
                    return object(each);
                }
            }
            throw new Broken("the act says nothing of the second round " + second);
        }

        /** From the roll at the close back to the one that was declared, an act at a time. */
        private void roll() throws IOException {
            var acts = list(act().get("rollActs"));
            var of = text(declaration(), "rollOf");
            if (of.equals("AGENTS")) {
                same(sha256(bytes("roll.txt")), text(act(), "rollSha256"), "hash of roll.txt");
                var roll = new Roll(Files.readAllLines(folder.resolve("roll.txt"), StandardCharsets.UTF_8));
                same(roll.seats(), number(act(), "roll"), "seats on the roll");
                for (int i = acts.size() - 1; i >= 0; i--) {
                    roll.undo(object(acts.get(i)));
                }
                same(roll.seats(), number(declaration(), "roll"), "seats on the roll before its acts");
                same(roll.sha256(), text(declaration(), "rollSha256"), "hash of the roll before its acts");
            } else {
                long removed = acts.stream()
                        .filter(each -> text(object(each), "act").equals("OBJECTION_UPHELD"))
                        .count();
                long left = number(declaration(), "roll") - removed;
                require(
                        number(act(), "roll") == left
                                || of.equals("RESPONDENTS") && number(act(), "roll") > left,
                        "of " + number(declaration(), "roll") + " on the roll " + removed + " were taken off, and "
                                + number(act(), "roll") + " are on it");
            }
        }

        private void complete() throws IOException {
            long turnout = number(act(), "turnout");
            long withoutBallot = number(act(), "withoutBallot");
            same(ballots().votes.size(), turnout, "ballots in the file");
            same(ballots().meta.get("num_votes"), turnout, "num_votes");
            same(commitments().size(), turnout, "commitments");
            require(withoutBallot >= 0, "fewer than no voter without a ballot");
            same(turnout + withoutBallot, struckOff(), "ballots and voters without one, of those struck off");
            same(onPaper(), withoutBallot, "voters at the tables without a ballot");
            if (!Boolean.TRUE.equals(object(declaration().get("ballot")).get("mandateRequired"))) {
                same(hands("present"), channel("SHOW_OF_HANDS"), "present at the counts of hands");
            }
        }

        private long struckOff() throws IOException {
            return object(act().get("turnoutByChannel")).values().stream()
                    .mapToLong(Verify::whole)
                    .sum();
        }

        private long channel(String name) throws IOException {
            var channels = object(act().get("turnoutByChannel"));
            return channels.containsKey(name) ? number(channels, name) : 0;
        }

        private long hands(String what) throws IOException {
            return list(act().get("handCounts")).stream()
                    .mapToLong(each -> number(object(each), what))
                    .sum();
        }

        /** Every ballot of every table, from its issue on. @return voters at the tables without a valid ballot */
        private long onPaper() throws IOException {
            long voters = 0;
            long withoutBallot = 0;
            for (Object each : list(act().get("paperTables"))) {
                var table = new Table(object(each));
                table.check();
                voters += table.of("voters");
                withoutBallot += table.of("withoutBallot");
            }
            same(voters, channel("PAPER"), "voters at the tables");
            return withoutBallot;
        }

        private void unique() throws IOException {
            var commitments = commitments();
            for (int i = 0; i < commitments.size(); i++) {
                require(commitments.get(i).matches("[0-9a-f]{64}"), "no commitment: " + commitments.get(i));
                require(
                        i == 0 || commitments.get(i - 1).compareTo(commitments.get(i)) < 0,
                        "commitment twice or out of order: " + commitments.get(i));
            }
            var numbers = new HashSet<String>();
            ballots().votes.forEach(vote -> require(numbers.add(vote.voter), "voter number twice: " + vote.voter));
            long roll = number(act(), "roll");
            require(ballots().votes.size() <= roll, "more ballots than seats on the roll");
            require(struckOff() <= roll, "more voters struck off than seats on the roll");
        }

        private void valid() throws IOException {
            var paper = new Paper(declaration());
            same(ballots().projects.keySet(), paper.options.keySet(), "options");
            long blank = 0;
            for (Vote vote : ballots().votes) {
                paper.check(vote);
                blank += vote.options.isEmpty() ? 1 : 0;
            }
            if (!paper.says("blankAllowed")) {
                long abstained = paper.says("abstentionsAreBlank") ? hands("abstained") : 0;
                require(blank <= abstained, blank + " blank ballots, and " + abstained + " abstained by raising no hand");
            }
        }

        private void counted() throws IOException {
            var ballots = ballots();
            var tally = Tally.of(ballots, text(object(declaration().get("ballot")), "kind"));
            same(tally.blank, number(act(), "blank"), "blank ballots");
            same(text(act(), "method"), tally.method, "method");
            var counts = list(act().get("counts"));
            same(counts.size(), ballots.projects.size(), "options counted");
            for (Object each : counts) {
                var count = object(each);
                var option = text(count, "option");
                same(number(count, "votes"), tally.votes.get(option), "votes in the act for " + option);
                same(text(count, "score"), tally.scores.get(option), "score in the act for " + option);
                var row = ballots.projects.get(option);
                require(row != null, "the file does not know " + option);
                same(row.get("votes"), tally.votes.get(option), "votes in the file for " + option);
                same(row.get("score"), tally.scores.get(option), "score in the file for " + option);
            }
        }

        private void secret() throws IOException {
            var draw = object(act().get("draw"));
            same(sha256(ascii(text(draw, "secret"))), text(declaration(), "drawSecretSha256"), "hash of the secret");
            same(text(draw, "secretSha256"), text(declaration(), "drawSecretSha256"), "hash of the secret in the act");
            if (draw.containsKey("tosses")) {
                var tosses = text(draw, "tosses");
                require(tosses.matches("[CS]{16,200}|[1-6]{16,200}"), "sixteen coins or dice are tossed, not " + tosses);
                require(!text(draw, "tossDocument").isBlank(), "no document records what was tossed");
            }
        }

        private void drawn() throws IOException {
            var draw = object(act().get("draw"));
            var digest = sha256(ascii(
                    commitments().stream().map(each -> each + "\n").collect(Collectors.joining())));
            same(text(draw, "ballotsDigest"), digest, "digest of the commitments");
            same(text(draw, "round"), text(act(), "round"), "round of the draw");
            same(text(declaration(), "draw"), "minka-draw-v2", "way of drawing");
            if (draw.containsKey("tosses")) {
                same(text(draw, "seed"), seed(draw), "seed");
            }
            for (String each : secondRounds()) {
                var theirs = second(each).act();
                for (String what : List.of("counts", "draw")) {
                    same(said(each).get(what), theirs.get(what), what + " of the second round " + each);
                }
            }
            var order = Order.of(act(), declaration());
            var said = list(act().get("order")).stream()
                    .map(Verify::object)
                    .map(place -> place.get("place") + " " + place.get("option") + " " + place.get("settledBy")
                            + (place.containsKey("lot") ? " " + place.get("lot") : ""))
                    .toList();
            require(order.size() == said.size(), "the order has " + said.size() + " places");
            var byPlace = new ArrayList<>(said);
            Collections.sort(byPlace);
            var again = new ArrayList<>(order);
            Collections.sort(again);
            for (int i = 0; i < again.size(); i++) {
                same(byPlace.get(i), again.get(i), "place");
            }
        }

        private Told receipts() throws IOException {
            var key = text(declaration(), "receiptKey");
            boolean replaceable = Boolean.TRUE.equals(object(declaration().get("ballot")).get("replaceable"));
            var missing = new ArrayList<String>();
            var commitments = new HashSet<>(commitments());
            for (Object each : list(Json.read(bytes("receipts.json")))) {
                var receipt = object(each);
                var commitment = text(receipt, "commitment");
                var signed = "minka-receipt-v1\n" + text(declaration(), "round") + "\n" + commitment + "\n";
                require(
                        verifies(
                                HexFormat.of().parseHex(key),
                                ascii(signed),
                                HexFormat.of().parseHex(text(receipt, "signature"))),
                        "no signature of the round under " + commitment);
                require(replaceable || commitments.contains(commitment), "promised and missing: " + commitment);
                if (!commitments.contains(commitment)) {
                    missing.add(commitment);
                }
            }
            return missing.isEmpty()
                    ? Told.PASS
                    : new Told(
                            Verdict.WARN,
                            "replaced or dropped: " + String.join(", ", missing)
                                    + "; only who never voted again can say that it was dropped");
        }

        private Told opened() throws IOException {
            var round = text(declaration(), "round");
            var unopened = new HashSet<>(commitments());
            Map<String, Integer> marks = new HashMap<>();
            var options = new ArrayList<>(new Paper(declaration()).options.keySet());
            for (Object each : list(Json.read(bytes("openings.json")))) {
                var opening = object(each);
                var mark = text(opening, "mark");
                var lines = "minka-ballot-v1\n" + round + "\n" + mark + "\n" + text(opening, "nonce") + "\n";
                same(sha256(lines.getBytes(StandardCharsets.UTF_8)), text(opening, "commitment"), "opening");
                require(unopened.remove(text(opening, "commitment")), "opened twice, or never committed to");
                marks.merge(Vote.ofMark(mark, options), 1, Integer::sum);
            }
            require(unopened.isEmpty(), unopened.size() + " commitments are not opened");
            Map<String, Integer> voted = new HashMap<>();
            ballots().votes.forEach(vote -> voted.merge(vote.toString(), 1, Integer::sum));
            require(marks.equals(voted), "the marks that were committed to are not the ballots of the file");
            return Told.PASS;
        }

        private Told checkpoint() throws IOException {
            var checkpoint = Checkpoint.read(Files.readAllBytes(log.resolve("checkpoint")));
            var key = checkpoint.signer(trustedKeys());
            var leaves = entries();
            same(leaves.size(), checkpoint.size, "entries");
            same(hex(Log.root(leaves)), hex(checkpoint.root), "root");
            return new Told(
                    Verdict.PASS,
                    "signed by " + key
                            + (logKeys.isEmpty()
                                    ? ", a key that the log tells itself: get it from elsewhere too, and give it as"
                                            + " --log-key"
                                    : ", a key that was given"));
        }

        private List<String> trustedKeys() throws IOException {
            if (!logKeys.isEmpty()) {
                return logKeys;
            }
            return list(object(Json.read(Files.readAllBytes(log.resolve("keys.json")))).get("items")).stream()
                    .map(each -> text(object(each), "verifierKey"))
                    .toList();
        }

        private List<byte[]> entries() throws IOException {
            return once("entries", () -> Log.entries(Files.readAllBytes(log.resolve("entries"))));
        }

        private List<Map<String, Object>> entered(String kind, String round) throws IOException {
            var found = new ArrayList<Map<String, Object>>();
            for (Map<String, Object> each : statements()) {
                if (kind.equals(each.get("kind")) && round.equals(each.get("round"))) {
                    found.add(each);
                }
            }
            return found;
        }

        /** What the log says of rounds: each statement with its kind and place. */
        private List<Map<String, Object>> statements() throws IOException {
            return once("statements", () -> {
                var found = new ArrayList<Map<String, Object>>();
                var entries = entries();
                for (int i = 0; i < entries.size(); i++) {
                    var entry = object(Json.read(entries.get(i)));
                    if (entry.get("statement") instanceof Map<?, ?> said && said.containsKey("round")) {
                        var statement = new LinkedHashMap<>(object(said));
                        statement.put("kind", entry.get("kind"));
                        statement.put("index", (long) i);
                        found.add(statement);
                    }
                }
                return found;
            });
        }

        private Map<String, Object> first(String kind, String round) throws IOException {
            var found = entered(kind, round);
            require(!found.isEmpty(), "the log has no " + kind + " of the round " + round);
            return found.get(0);
        }

        private Map<String, Object> first(String kind) throws IOException {
            return first(kind, text(declaration(), "round"));
        }

        private Told logged() throws IOException {
            var round = text(declaration(), "round");
            var declared = first("round-declared");
            same(declared.get("sha256"), sha256(bytes("declaration.json")), "declaration in the log");
            same(declared.get("drawSecretSha256"), text(declaration(), "drawSecretSha256"), "secret's hash in the log");
            same(declared.get("receiptKey"), text(declaration(), "receiptKey"), "key of receipts in the log");
            var inLog = entered("ballot-committed", round).stream()
                    .map(statement -> text(statement, "commitment"))
                    .collect(Collectors.toSet());
            var here = new HashSet<>(commitments());
            require(
                    inLog.equals(here),
                    "the log has " + inLog.size() + " commitments of this round, "
                            + here.stream().filter(each -> !inLog.contains(each)).count() + " of those here are not there");
            same(first("round-tallied").get("ballotsSha256"), text(act(), "ballotsSha256"), "ballots in the log");
            same(first("result-act-sealed").get("sha256"), sha256(bytes("result-act.json")), "act in the log");
            for (String kind : List.of("round-declared", "round-tallied", "result-act-sealed")) {
                for (Map<String, Object> again : entered(kind, round)) {
                    var first = new HashMap<>(first(kind));
                    var other = new HashMap<>(again);
                    first.remove("index");
                    other.remove("index");
                    require(first.equals(other), "the log says two things: " + kind);
                }
            }
            return Told.PASS;
        }

        private Told inTime() throws IOException {
            long declared = whole(first("round-declared").get("index"));
            long sealed = whole(first("result-act-sealed").get("index"));
            var committed = entered("ballot-committed", text(declaration(), "round"));
            require(
                    committed.stream().allMatch(each -> whole(each.get("index")) > declared),
                    "a commitment stands in the log before the declaration");
            require(
                    committed.stream().allMatch(each -> whole(each.get("index")) < sealed),
                    "the act stands in the log before a commitment");
            require(declared < sealed, "the act stands in the log before the declaration");
            if (declaration().containsKey("secondRoundOf")) {
                require(
                        whole(first("round-tallied", text(declaration(), "secondRoundOf")).get("index")) < declared,
                        "the second round stands in the log before the count of the first");
            }
            return Told.PASS;
        }

        private Told appendOnly() throws IOException {
            var leaves = entries();
            try (var seen = Files.list(log.resolve("seen"))) {
                for (Path file : seen.sorted().toList()) {
                    var earlier = Checkpoint.read(Files.readAllBytes(file));
                    earlier.signer(trustedKeys());
                    require(earlier.size <= leaves.size(), "the log had " + earlier.size + " entries once");
                    same(
                            hex(Log.root(leaves.subList(0, (int) earlier.size))),
                            hex(earlier.root),
                            "root of the first " + earlier.size + " entries");
                }
            }
            return Told.PASS;
        }
    }

    // ---------------------------------------------------------------- roll and tables

    /** A roll as it is published: agent, seat and zone, by random ids. */
    static final class Roll {
        private final Map<String, String> lines = new TreeMap<>();

        Roll(List<String> lines) {
            lines.forEach(line -> add(line.split(";", -1)));
        }

        private void add(String... cells) {
            require(cells.length == 3, "no line of a roll: " + String.join(";", cells));
            require(lines.put(cells[0], String.join(";", cells)) == null, "on the roll already: " + cells[0]);
        }

        void undo(Map<String, Object> act) {
            var agent = text(act, "agent");
            switch (text(act, "act")) {
                case "ADDITION" -> require(lines.remove(agent) != null, "added, and not on the roll: " + agent);
                case "OBJECTION_UPHELD" -> add(
                        agent, text(act, "seat"), act.containsKey("zone") ? text(act, "zone") : "");
                case "OBJECTION_DISMISSED" -> require(lines.containsKey(agent), "kept, and not on the roll: " + agent);
                default -> throw new Broken("no act on a roll: " + act.get("act"));
            }
        }

        long seats() {
            return lines.values().stream()
                    .map(line -> line.split(";", -1)[1])
                    .distinct()
                    .count();
        }

        String sha256() {
            return Verify.sha256(lines.values().stream()
                    .map(line -> line + "\n")
                    .collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A table with ballots of paper, as the act tells of it. */
    static final class Table {
        private final Map<String, Object> said;

        Table(Map<String, Object> said) {
            this.said = said;
        }

        long of(String what) {
            long number = number(said, what);
            require(number >= 0, what + " of " + said.get("label") + ": " + number);
            return number;
        }

        void check() {
            var label = text(said, "label");
            long accounted = of("used") + of("spoiled") + of("returned");
            require(accounted <= of("issued"), "more ballots than issued at " + label);
            require(of("withoutBallot") <= of("voters"), "more without a ballot than voters at " + label);
            require(of("invalid") <= of("withoutBallot"), "invalid ballots of no voter at " + label);
            boolean addsUp = accounted == of("issued")
                    && of("used") == of("voters")
                    && of("invalid") == of("withoutBallot");
            require(addsUp || said.containsKey("document"), "does not add up, and no act says why: " + label);
        }
    }

    // ---------------------------------------------------------------- ballots

    /** A ballot of the file. */
    static final class Vote {
        final String voter;
        final List<String> options;
        final List<Long> points;

        Vote(String voter, List<String> options, List<Long> points) {
            this.voter = voter;
            this.options = options;
            this.points = points;
        }

        /** The same text for the same choice, whoever made it. */
        @Override
        public String toString() {
            return options + "/" + points;
        }

        /** A mark as it was committed to: positions on the paper, with points where there are any. */
        static String ofMark(String mark, List<String> paper) {
            var options = new ArrayList<String>();
            var points = new ArrayList<Long>();
            for (String part : mark.isEmpty() ? new String[0] : mark.split(",")) {
                var halves = part.split(":");
                options.add(paper.get(Integer.parseInt(halves[0])));
                if (halves.length > 1) {
                    points.add(Long.valueOf(halves[1]));
                }
            }
            return new Vote("", options, points).toString();
        }
    }

    /** A Pabulib file, as far as it is needed. */
    static final class Ballots {
        final Map<String, String> meta = new LinkedHashMap<>();
        final Map<String, Map<String, String>> projects = new LinkedHashMap<>();
        final List<Vote> votes = new ArrayList<>();

        static Ballots read(List<String> lines) {
            var ballots = new Ballots();
            var section = "";
            var head = new String[0];
            for (String line : lines) {
                if (Set.of("META", "PROJECTS", "VOTES").contains(line)) {
                    section = line;
                    head = new String[0];
                } else if (head.length == 0) {
                    head = line.split(";", -1);
                } else {
                    ballots.add(section, head, line.split(";", -1));
                }
            }
            return ballots;
        }

        private void add(String section, String[] head, String[] cells) {
            var row = new LinkedHashMap<String, String>();
            for (int i = 0; i < head.length; i++) {
                row.put(head[i], i < cells.length ? cells[i] : "");
            }
            switch (section) {
                case "META" -> meta.put(cells[0], cells[1]);
                case "PROJECTS" -> require(
                        projects.put(row.get("project_id"), row) == null, "project twice: " + row.get("project_id"));
                default -> votes.add(new Vote(
                        row.get("voter_id"),
                        split(row.get("vote")),
                        split(row.getOrDefault("points", "")).stream()
                                .map(Long::valueOf)
                                .toList()));
            }
        }

        private static List<String> split(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split(","));
        }
    }

    /** How a ballot is marked, as it was declared. */
    static final class Paper {
        final Map<String, Map<String, Object>> options = new LinkedHashMap<>();
        private final Map<String, Object> rule;
        private final BigDecimal budget;

        Paper(Map<String, Object> declaration) {
            rule = object(declaration.get("ballot"));
            budget = declaration.containsKey("budget") ? new BigDecimal(text(declaration, "budget")) : null;
            list(declaration.get("options")).forEach(each -> options.put(text(object(each), "option"), object(each)));
        }

        boolean says(String name) {
            return Boolean.TRUE.equals(rule.get(name));
        }

        /** Of a ballot that marks something; how many mark nothing is another question. */
        void check(Vote vote) {
            var kind = text(rule, "kind");
            boolean withPoints = kind.equals("POINTS") || kind.equals("SCORES");
            require(new HashSet<>(vote.options).size() == vote.options.size(), "marked twice by voter " + vote.voter);
            require(options.keySet().containsAll(vote.options), "not on the paper, by voter " + vote.voter);
            require(vote.points.size() == (withPoints ? vote.options.size() : 0), "points of voter " + vote.voter);
            if (vote.options.isEmpty()) {
                return;
            }
            require(vote.options.size() >= limit("minimumChoices", 0), "too few choices of voter " + vote.voter);
            long most = kind.equals("CHOOSE_ONE") || kind.equals("SHOW_OF_HANDS")
                    ? 1
                    : limit("maximumChoices", Long.MAX_VALUE);
            Map<String, Long> perGroup = vote.options.stream()
                    .collect(Collectors.groupingBy(option -> group(option), Collectors.counting()));
            require(perGroup.values().stream().allMatch(each -> each <= most), "too many choices of " + vote.voter);
            require(
                    vote.options.size() <= limit("maximumChoicesInAll", Long.MAX_VALUE),
                    "too many choices in all of " + vote.voter);
            long sum = vote.points.stream().mapToLong(Long::longValue).sum();
            require(vote.points.stream().allMatch(each -> each > 0), "points of voter " + vote.voter);
            if (kind.equals("POINTS")) {
                require(sum <= limit("pointsPerBallot", Long.MAX_VALUE), "too many points of voter " + vote.voter);
            }
            if (kind.equals("SCORES")) {
                long highest = limit("maximumScore", Long.MAX_VALUE);
                require(vote.points.stream().allMatch(each -> each <= highest), "score of voter " + vote.voter);
            }
            if (kind.equals("KNAPSACK") && budget != null) {
                var cost = vote.options.stream()
                        .map(option -> new BigDecimal(
                                String.valueOf(options.get(option).getOrDefault("cost", "0"))))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                require(cost.compareTo(budget) <= 0, "over the budget, by voter " + vote.voter);
            }
        }

        private String group(String option) {
            return switch (String.valueOf(rule.getOrDefault("choicesPer", "BALLOT"))) {
                case "OBJECTIVE" -> String.valueOf(options.get(option).get("objective"));
                case "ZONE" -> String.valueOf(options.get(option).get("zone"));
                default -> "";
            };
        }

        private long limit(String name, long otherwise) {
            return rule.containsKey(name) ? whole(rule.get(name)) : otherwise;
        }
    }

    /** A count from the ballots alone. Rankings score by Borda: of n options the first gets n points. */
    static final class Tally {
        final Map<String, Long> votes = new LinkedHashMap<>();
        final Map<String, Long> scores = new LinkedHashMap<>();
        String method = "";
        long blank;

        static Tally of(Ballots ballots, String kind) {
            var tally = new Tally();
            tally.method = switch (kind) {
                case "RANKING" -> "BORDA";
                case "POINTS", "SCORES" -> "SUM_OF_POINTS";
                default -> "MOST_VOTES";
            };
            ballots.projects.keySet().forEach(option -> {
                tally.votes.put(option, 0L);
                tally.scores.put(option, 0L);
            });
            for (Vote vote : ballots.votes) {
                tally.blank += vote.options.isEmpty() ? 1 : 0;
                for (int i = 0; i < vote.options.size(); i++) {
                    long points = kind.equals("RANKING")
                            ? ballots.projects.size() - i
                            : vote.points.isEmpty() ? 1 : vote.points.get(i);
                    tally.votes.merge(vote.options.get(i), 1L, Long::sum);
                    tally.scores.merge(vote.options.get(i), points, Long::sum);
                }
            }
            return tally;
        }
    }

    // ---------------------------------------------------------------- order and draw

    /** Only where something was tossed: what was not cannot decide. */
    static String seed(Map<String, Object> draw) {
        require(draw.containsKey("tosses"), "a draw decides, and nothing was tossed for it");
        return sha256(ascii("minka-draw-v2\n" + text(draw, "round") + "\n" + text(draw, "secret") + "\n"
                + text(draw, "ballotsDigest") + "\n" + text(draw, "tosses") + "\n"));
    }

    static String lot(String seed, String option) {
        return sha256(ascii(seed + "|" + option));
    }

    /** The order again, from the counts, the declared chain and the seeds. */
    static final class Order {
        private final List<String> places = new ArrayList<>();
        private final List<Object> chain;
        private final Map<String, Map<String, Object>> options = new HashMap<>();
        private final List<Object> secondRounds;
        private final boolean waived;

        private Order(Map<String, Object> act, Map<String, Object> declaration) {
            chain = list(declaration.get("tieBreak"));
            secondRounds = list(act.get("secondRounds"));
            waived = act.containsKey("withoutSecondRound");
            int position = 0;
            Map<String, Object> costs = new HashMap<>();
            for (Object each : list(declaration.get("options"))) {
                costs.put(text(object(each), "option"), object(each).get("cost"));
            }
            for (Object each : list(act.get("counts"))) {
                var count = new HashMap<>(object(each));
                count.put("position", (long) position++);
                count.put("cost", costs.get(text(count, "option")));
                options.put(text(count, "option"), count);
            }
        }

        static List<String> of(Map<String, Object> act, Map<String, Object> declaration) {
            var order = new Order(act, declaration);
            order.split(List.copyOf(order.options.keySet()), "SCORE", 0, object(act.get("draw")), (a, b) ->
                    Long.compare(order.of(b, "score"), order.of(a, "score")));
            return order.places;
        }

        private long of(String option, String what) {
            return Long.parseLong(String.valueOf(options.get(option).get(what)));
        }

        private BigDecimal cost(String option) {
            var cost = options.get(option).get("cost");
            return cost == null ? BigDecimal.valueOf(Long.MAX_VALUE) : new BigDecimal(cost.toString());
        }

        private void split(List<String> group, String by, int next, Map<String, Object> draw, Comparator<String> comparator) {
            var sorted = new ArrayList<>(group);
            sorted.sort(comparator);
            for (int start = 0; start < sorted.size(); ) {
                int end = start + 1;
                while (end < sorted.size() && comparator.compare(sorted.get(start), sorted.get(end)) == 0) {
                    end++;
                }
                settle(List.copyOf(sorted.subList(start, end)), by, next, draw);
                start = end;
            }
        }

        private void settle(List<String> equal, String by, int next, Map<String, Object> draw) {
            if (equal.size() == 1) {
                places.add((places.size() + 1) + " " + equal.get(0) + " " + by
                        + (by.equals("DRAW") ? " " + lot(seed(draw), equal.get(0)) : ""));
            } else if (next == chain.size()) {
                int shared = places.size() + 1;
                equal.forEach(each -> places.add(shared + " " + each + " NOTHING"));
            } else {
                var criterion = String.valueOf(chain.get(next));
                BiFunction<String, String, Integer> comparator = switch (criterion) {
                    case "VOTES" -> (a, b) -> Long.compare(of(b, "votes"), of(a, "votes"));
                    case "COST" -> (a, b) -> cost(a).compareTo(cost(b));
                    case "LIST_ORDER" -> (a, b) -> Long.compare(of(a, "position"), of(b, "position"));
                    case "DRAW" -> (a, b) -> lot(seed(draw), a).compareTo(lot(seed(draw), b));
                    case "SECOND_ROUND" -> null;
                    default -> throw new Broken("no criterion of a tie: " + criterion);
                };
                if (comparator == null) {
                    secondRound(equal, next + 1, draw);
                } else {
                    split(equal, criterion, next + 1, draw, comparator::apply);
                }
            }
        }

        private void secondRound(List<String> equal, int next, Map<String, Object> draw) {
            for (Object each : secondRounds) {
                var scores = new HashMap<String, Long>();
                list(object(each).get("counts"))
                        .forEach(count -> scores.put(
                                text(object(count), "option"), Long.valueOf(text(object(count), "score"))));
                if (scores.keySet().equals(new HashSet<>(equal))) {
                    split(equal, "SECOND_ROUND", next, object(object(each).get("draw")), (a, b) ->
                            Long.compare(scores.get(b), scores.get(a)));
                    return;
                }
            }
            require(waived, "a second round was not held, and the act does not say why");
            split(equal, "NOTHING", next, draw, (a, b) -> 0);
        }
    }

    // ---------------------------------------------------------------- the log

    /** A Merkle log as RFC 6962 has it. */
    static final class Log {

        /** Entries, each with its length in two bytes before it. */
        static List<byte[]> entries(byte[] bundle) {
            var entries = new ArrayList<byte[]>();
            var rest = ByteBuffer.wrap(bundle);
            while (rest.hasRemaining()) {
                var entry = new byte[Short.toUnsignedInt(rest.getShort())];
                rest.get(entry);
                entries.add(entry);
            }
            return entries;
        }

        static byte[] root(List<byte[]> entries) {
            if (entries.isEmpty()) {
                return hash(new byte[0]);
            }
            if (entries.size() == 1) {
                return hash(new byte[] {0}, entries.get(0));
            }
            int split = Integer.highestOneBit(entries.size() - 1);
            return hash(new byte[] {1}, root(entries.subList(0, split)), root(entries.subList(split, entries.size())));
        }
    }

    /** A signed note: origin, size and root of a log. */
    static final class Checkpoint {
        final String text;
        final List<String> signatures;
        final long size;
        final byte[] root;

        private Checkpoint(String text, List<String> signatures) {
            this.text = text;
            this.signatures = signatures;
            var lines = text.split("\n");
            size = Long.parseLong(lines[1]);
            root = Base64.getDecoder().decode(lines[2]);
        }

        static Checkpoint read(byte[] note) {
            var whole = new String(note, StandardCharsets.UTF_8);
            int end = whole.indexOf("\n\n") + 1;
            return new Checkpoint(
                    whole.substring(0, end), whole.substring(end + 1).lines().toList());
        }

        /** Which of the keys signed it, by name and id. */
        String signer(List<String> keys) {
            var origin = text.substring(0, text.indexOf('\n'));
            for (String key : keys) {
                var parts = key.split("\\+", 3);
                require(parts.length == 3, "no key of a log: " + key);
                var typed = Base64.getDecoder().decode(parts[2]);
                var id = hex(Arrays.copyOf(hash((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), typed), 4));
                require(typed.length == 33 && typed[0] == 1 && id.equals(parts[1]), "no Ed25519 key of a log: " + key);
                if (parts[0].equals(origin)
                        && signatures.stream().anyMatch(line -> isBy(id, Arrays.copyOfRange(typed, 1, 33), line))) {
                    return parts[0] + "+" + id;
                }
            }
            throw new Broken("no signature of a key of the log under the checkpoint of " + size + " entries");
        }

        private boolean isBy(String id, byte[] key, String line) {
            var blob = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
            return hex(Arrays.copyOf(blob, 4)).equals(id)
                    && verifies(key, text.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(blob, 4, blob.length));
        }
    }

    // ---------------------------------------------------------------- fetching

    /** Downloads the public record; it is then checked from the files alone. */
    static final class Fetch {
        private static final HttpClient CLIENT = HttpClient.newHttpClient();

        /** With the second rounds that decided its ties. */
        static void round(String workshop, String round, Path folder) throws IOException, InterruptedException {
            files(workshop, round, folder);
            if (Files.exists(folder.resolve("result-act.json"))) {
                for (String second : new Record(folder, folder.resolve("log"), List.of()).secondRounds()) {
                    files(workshop, second, folder.resolve("second").resolve(second));
                }
            }
        }

        private static void files(String workshop, String round, Path folder) throws IOException, InterruptedException {
            Files.createDirectories(folder);
            try (var zip = new ZipInputStream(get(workshop + "/v1/rounds/" + round + "/public-record"))) {
                for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    var name = Path.of(entry.getName()).getFileName();
                    Files.write(folder.resolve(name.toString()), zip.readAllBytes());
                }
            }
        }

        static void log(String transparency, Path folder) throws IOException, InterruptedException {
            var log = Files.createDirectories(folder.resolve("log"));
            if (Files.exists(log.resolve("checkpoint"))) {
                var seen = Files.createDirectories(log.resolve("seen"));
                var earlier = Files.readAllBytes(log.resolve("checkpoint"));
                Files.write(seen.resolve(Checkpoint.read(earlier).size + ".txt"), earlier);
            }
            var note = get(transparency + "/v1/log/checkpoint").readAllBytes();
            Files.write(log.resolve("checkpoint"), note);
            Files.write(log.resolve("keys.json"), get(transparency + "/v1/log/keys").readAllBytes());
            long size = Checkpoint.read(note).size;
            try (var out = Files.newOutputStream(log.resolve("entries"))) {
                for (long first = 0; first < size; first += 256) {
                    long width = Math.min(256, size - first);
                    out.write(get(transparency + "/v1/log/tile/entries/" + index(first / 256)
                                    + (width < 256 ? ".p/" + width : ""))
                            .readAllBytes());
                }
            }
        }

        /** In groups of three digits, all but the last after an x. */
        static String index(long tile) {
            return (tile >= 1000 ? index(tile / 1000).replaceAll("(^|/)(?=\\d)", "$1x") + "/" : "")
                    + String.format("%03d", tile % 1000);
        }

        private static InputStream get(String address) throws IOException, InterruptedException {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException(address + " answers " + answer.statusCode());
            }
            return answer.body();
        }
    }

    // ---------------------------------------------------------------- bytes and JSON

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static String sha256(byte[] bytes) {
        return hex(hash(bytes));
    }

    static byte[] hash(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Ed25519, RFC 8032. */
    static boolean verifies(byte[] key, byte[] signed, byte[] signature) {
        try {
            var encoded = HexFormat.of().parseHex("302a300506032b6570032100" + hex(key));
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(Object value) {
        require(value instanceof Map, "an object is missing");
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        require(value instanceof List, "a list is missing");
        return (List<Object>) value;
    }

    static String text(Map<String, Object> object, String name) {
        require(object.get(name) instanceof String, name + " is missing");
        return (String) object.get(name);
    }

    static long number(Map<String, Object> object, String name) {
        return whole(object.get(name));
    }

    static long whole(Object value) {
        require(value instanceof Long, "a number is missing");
        return (Long) value;
    }

    /** JSON as far as records use it, with no member twice. Records have whole numbers only; the log has others too. */
    static final class Json {
        private final String text;
        private int at;

        private Json(String text) {
            this.text = text;
        }

        static Object read(byte[] bytes) {
            var json = new Json(new String(bytes, StandardCharsets.UTF_8));
            var value = json.value();
            json.blanks();
            require(json.at == json.text.length(), "something stands after the JSON");
            return value;
        }

        private Object value() {
            blanks();
            char first = text.charAt(at);
            if (first == '{') {
                var members = new LinkedHashMap<String, Object>();
                items('}', () -> {
                    blanks();
                    var name = string();
                    blanks();
                    take(':');
                    require(!members.containsKey(name), "member twice: " + name);
                    members.put(name, value());
                });
                return members;
            }
            if (first == '[') {
                var items = new ArrayList<Object>();
                items(']', () -> items.add(value()));
                return items;
            }
            if (first == '"') {
                return string();
            }
            for (var word : List.of("true", "false", "null")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("null") ? null : (Object) Boolean.valueOf(word);
                }
            }
            int start = at;
            while (at < text.length() && "+-.0123456789Ee".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
            var number = text.substring(start, at);
            return number.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(number) : new BigDecimal(number);
        }

        private void items(char end, Runnable item) {
            at++;
            blanks();
            if (text.charAt(at) == end) {
                at++;
                return;
            }
            while (true) {
                item.run();
                blanks();
                char next = text.charAt(at++);
                if (next == end) {
                    return;
                }
                require(next == ',', "a comma is missing");
            }
        }

        private String string() {
            take('"');
            var read = new StringBuilder();
            while (text.charAt(at) != '"') {
                char each = text.charAt(at++);
                if (each != '\\') {
                    read.append(each);
                    continue;
                }
                char escaped = text.charAt(at++);
                if (escaped == 'u') {
                    read.append((char) Integer.parseInt(text, at, at + 4, 16));
                    at += 4;
                } else {
                    int place = "bfnrt".indexOf(escaped);
                    read.append(place < 0 ? escaped : "\b\f\n\r\t".charAt(place));
                }
            }
            at++;
            return read.toString();
        }

        private void take(char wanted) {
            require(text.charAt(at) == wanted, wanted + " is missing");
            at++;
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }
    }
}
