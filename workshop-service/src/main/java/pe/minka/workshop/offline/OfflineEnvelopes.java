package pe.minka.workshop.offline;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Hashes;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What arrived from devices, and what waits for a decision. */
@ApplicationScoped
class OfflineEnvelopes {

    private final Statements statements;
    private final KeyedIndex index;

    OfflineEnvelopes(Statements statements, KeyedIndex index) {
        this.statements = statements;
        this.index = index;
    }

    /** Takes those envelopes whose ids are new, each by one transaction only. @return the digest now behind each id */
    Map<UUID, byte[]> claim(UUID round, List<Envelope> envelopes) {
        var before = digests(round, envelopes);
        var fresh = envelopes.stream()
                .filter(each -> !before.containsKey(each.envelope()))
                .sorted(Comparator.comparing(Envelope::envelope))
                .toList();
        var claimed = new HashSet<>(statements.list(
                "insert into offline_envelope (round, envelope, digest, device, ballots)"
                        + " select ?, * from unnest(?::uuid[], ?::bytea[], ?::uuid[], ?::integer[])"
                        + " on conflict (round, envelope) do nothing returning envelope",
                row -> row.getObject(1, UUID.class),
                round,
                fresh.stream().map(Envelope::envelope).toArray(UUID[]::new),
                fresh.stream().map(each -> digest(round, each)).toArray(byte[][]::new),
                fresh.stream().map(Envelope::device).toArray(UUID[]::new),
                fresh.stream().map(each -> each.voters().size()).toArray(Integer[]::new)));
        var after = digests(round, envelopes);
        after.keySet().removeAll(claimed);
        return after;
    }

    private Map<UUID, byte[]> digests(UUID round, List<Envelope> envelopes) {
        Map<UUID, byte[]> found = new HashMap<>();
        statements
                .list(
                        "select envelope, digest from offline_envelope where round = ? and envelope = any (?)",
                        row -> Map.entry(row.getObject(1, UUID.class), row.getBytes(2)),
                        round,
                        envelopes.stream().map(Envelope::envelope).toArray(UUID[]::new))
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    /**
     * Which envelope it is, of all that bear its id. Keyed: what it is taken over names voters, a citizen by eight digits.
     */
    byte[] digest(UUID round, Envelope envelope) {
        var hash = HexFormat.of().formatHex(Hashes.sha256(envelope.everything(round)));
        return HexFormat.of().parseHex(index.of("offline-envelope/" + round, hash));
    }

    /**
     * A ballot that waits.
     *
     * @param item its place in the envelope; 0 too where the envelope as a whole waits
     * @param untimely when it was sealed, where that was outside the vote
     * @param voter whose it is, as far as that is known
     * @param hour in which it was sealed, as the device says
     * @param decision null until it is decided by as many accounts as it needs
     * @param decidedBy the accounts that said something on it, in their order
     */
    record Waiting(
            UUID conflict,
            UUID round,
            UUID envelope,
            int item,
            UUID device,
            Conflict because,
            @Nullable Untimely untimely,
            @Nullable UUID voter,
            Instant hour,
            @Nullable String decision,
            @Nullable String document,
            List<String> decidedBy) {

        /** Whether an act may have it counted after all. */
        boolean isCountable() {
            return untimely == null ? because.isCountable() : untimely.isCountable();
        }
    }

    /** Why a ballot is kept aside. @param untimely when it was sealed, where that was outside the vote */
    record Reason(Conflict because, @Nullable Untimely untimely) {

        static Reason of(Conflict because) {
            return new Reason(because, null);
        }

        static Reason of(Untimely untimely) {
            return new Reason(Conflict.SEALED_OUTSIDE_THE_VOTE, untimely);
        }
    }

    /** Keeps an envelope aside as a whole. */
    void keepAside(UUID round, Envelope envelope, Conflict because) {
        keepAside(round, envelope, 0, Reason.of(because), null, envelope.sealed());
    }

    /** Keeps a ballot aside, once however often it arrives. */
    void keepAside(UUID round, Envelope envelope, int item, Reason reason, @Nullable UUID voter, byte[] sealed) {
        var digest = digest(round, envelope);
        int added = statements.execute(
                "insert into offline_conflict (conflict, round, envelope, digest, item, device, because, untimely, voter,"
                        + " sealed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (round, envelope, digest, item) do nothing",
                UUID.randomUUID(),
                round,
                envelope.envelope(),
                digest,
                item,
                envelope.device(),
                reason.because(),
                reason.untimely(),
                voter,
                envelope.hour());
        if (added > 0) {
            statements.execute(
                    "insert into ballot_aside (handle, round, sealed) values (?, ?, ?)",
                    handle(round, digest, item),
                    round,
                    sealed);
        }
    }

    /** Where a ballot kept aside lies: only who holds the master key finds it from the conflict. */
    private String handle(UUID round, byte[] digest, int item) {
        return index.of("ballot-aside/" + round + "/" + item, HexFormat.of().formatHex(digest));
    }

    byte[] aside(Waiting waiting) {
        var digest = statements
                .find(
                        "select digest from offline_conflict where conflict = ?",
                        row -> row.getBytes(1),
                        waiting.conflict())
                .orElseThrow();
        return statements
                .find(
                        "select sealed from ballot_aside where handle = ?",
                        row -> row.getBytes(1),
                        handle(waiting.round(), digest, waiting.item()))
                .orElseThrow(() -> Problem.conflict("envelope-already-decided").toException());
    }

    /**
     * What one account said on a ballot kept aside.
     *
     * @param voter whose it is; of those that are to be counted
     */
    record Word(String decision, @Nullable UUID voter, String document, String reason, String decidedBy) {}

    /** The last word on a ballot that waits. */
    Optional<Word> lastWord(UUID conflict) {
        return statements.find(
                "select decision, voter, document, reason, decided_by from offline_decision where conflict = ?"
                        + " order by number desc limit 1",
                row -> new Word(
                        row.getString(1),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                conflict);
    }

    void say(UUID conflict, Word word) {
        statements.execute(
                "insert into offline_decision (conflict, number, decision, voter, document, reason, decided_by)"
                        + " select ?, count(*) + 1, ?, ?, ?, ?, ? from offline_decision where conflict = ?",
                conflict,
                word.decision(),
                word.voter(),
                word.document(),
                word.reason(),
                word.decidedBy(),
                conflict);
    }

    void decide(UUID conflict, Word word) {
        statements.execute(
                "update offline_conflict set decision = ?, document = ?, reason = ? where conflict = ?",
                word.decision(),
                word.document(),
                word.reason(),
                conflict);
    }

    private static final String CONFLICT =
            "select conflict, round, envelope, item, device, because, voter, sealed_at, decision, document, digest,"
                    + " untimely, array(select decided_by from offline_decision d where d.conflict = c.conflict order by number)"
                    + " from offline_conflict c ";

    Optional<Waiting> locked(UUID conflict) {
        return statements.find(CONFLICT + "where conflict = ? for update", OfflineEnvelopes::waiting, conflict);
    }

    Optional<Waiting> find(UUID conflict) {
        return statements.find(CONFLICT + "where conflict = ?", OfflineEnvelopes::waiting, conflict);
    }

    List<Waiting> page(UUID round, UUID after, int limit) {
        return statements.list(
                CONFLICT + "where round = ? and conflict > ? order by conflict limit ?",
                OfflineEnvelopes::waiting,
                round,
                after,
                limit);
    }

    /** Of these envelopes as they came: what waits or waited, by the digest of each in hexadecimal. */
    Map<String, List<Waiting>> of(UUID round, List<Envelope> envelopes) {
        Map<String, List<Waiting>> found = new HashMap<>();
        statements
                .list(
                        CONFLICT + "where round = ? and envelope = any (?) order by envelope, item",
                        row -> Map.entry(HexFormat.of().formatHex(row.getBytes(11)), waiting(row)),
                        round,
                        envelopes.stream().map(Envelope::envelope).toArray(UUID[]::new))
                .forEach(each -> found.computeIfAbsent(each.getKey(), digest -> new ArrayList<>())
                        .add(each.getValue()));
        return found;
    }

    /** Of the envelope that arrived, and of no other that bears its id. */
    List<Waiting> of(UUID round, UUID envelope) {
        return statements.list(
                CONFLICT + "where round = ? and envelope = ? and digest = (select e.digest from offline_envelope e"
                        + " where e.round = c.round and e.envelope = c.envelope) order by item",
                OfflineEnvelopes::waiting,
                round,
                envelope);
    }

    /** How many ballots an envelope that arrived holds; 0 where none did. */
    int ballots(UUID round, UUID envelope) {
        return statements.count(
                "select ballots from offline_envelope where round = ? and envelope = ?", round, envelope);
    }

    int undecided(UUID round) {
        return statements.count("select count(*) from offline_conflict where round = ? and decision is null", round);
    }

    private static Waiting waiting(ResultSet row) throws SQLException {
        var untimely = row.getString(12);
        return new Waiting(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4),
                row.getObject(5, UUID.class),
                Conflict.valueOf(row.getString(6)),
                untimely == null ? null : Untimely.valueOf(untimely),
                row.getObject(7, UUID.class),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                row.getString(10),
                List.of((String[]) row.getArray(13).getArray()));
    }
}
