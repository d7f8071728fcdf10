package pe.minka.workshop.room;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All counts of hands, with what each teller told: encrypted, so that nobody reads a partial result from the database. */
@ApplicationScoped
public class HandCounts {

    private final Statements statements;
    private final PersonalCipher cipher;
    private final KeyedIndex index;

    HandCounts(Statements statements, PersonalCipher cipher, KeyedIndex index) {
        this.statements = statements;
        this.cipher = cipher;
        this.index = index;
    }

    enum State {
        /** The other teller has not told. */
        WAITING,
        AGREED,
        /** The tellers differ, or the other one did not tell: it is counted anew. */
        DISCARDED
    }

    /**
     * One count.
     *
     * @param present voters in the room who had not voted; once both tellers told
     * @param document the act that discarded it, where the other teller did not tell
     */
    record Counted(
            int number,
            State state,
            @Nullable Integer present,
            @Nullable String document,
            @Nullable String reason) {}

    /** What a teller told. @param fingerprint keyed: equal where the same was counted */
    record Told(String teller, UUID workshop, String fingerprint) {}

    /** @param first what the first teller told */
    record Waiting(Begun begun, Told first) {}

    /** @param wrappedKey that seals what its tellers count */
    record Begun(int number, byte[] wrappedKey) {}

    Begun begin(UUID round, UUID workshop) {
        int number = 1 + statements.count("select count(*) from hand_count where round = ?", round);
        var wrappedKey = cipher.newWrappedKey(place(round, number));
        statements.execute(
                "insert into hand_count (round, number, workshop, wrapped_key, state) values (?, ?, ?, ?, 'WAITING')",
                round,
                number,
                workshop,
                wrappedKey);
        return new Begun(number, wrappedKey);
    }

    String fingerprint(UUID round, int number, HandCount count) {
        return index.of(place(round, number), count.text());
    }

    void tell(UUID round, Begun begun, Told told, HandCount count) {
        statements.execute(
                "insert into hand_telling (round, number, teller, workshop, hands, fingerprint) values (?, ?, ?, ?, ?, ?)",
                round,
                begun.number(),
                told.teller(),
                told.workshop(),
                cipher.encrypt(begun.wrappedKey(), place(round, begun.number()), told.teller(), count.text()),
                told.fingerprint());
    }

    Optional<Waiting> waiting(UUID round) {
        return statements.find(
                "select number, c.wrapped_key, t.teller, t.workshop, t.fingerprint from hand_count c join hand_telling t"
                        + " using (round, number) where round = ? and state = 'WAITING'",
                row -> new Waiting(
                        new Begun(row.getInt(1), row.getBytes(2)),
                        new Told(row.getString(3), row.getObject(4, UUID.class), row.getString(5))),
                round);
    }

    void compare(UUID round, int number, State state, int present) {
        statements.execute(
                "update hand_count set state = ?, present = ? where round = ? and number = ?",
                state,
                present,
                round,
                number);
    }

    /** @return whether it was waiting */
    boolean discard(UUID round, int number, String document, String reason, String account) {
        return statements.execute(
                        "update hand_count set state = 'DISCARDED', document = ?, reason = ?, discarded_by = ?"
                                + " where round = ? and number = ? and state = 'WAITING'",
                        document,
                        reason,
                        account,
                        round,
                        number)
                > 0;
    }

    List<Counted> of(UUID round) {
        return statements.list(
                "select number, state, present, document, reason from hand_count where round = ? order by number",
                row -> new Counted(
                        row.getInt(1),
                        State.valueOf(row.getString(2)),
                        row.getObject(3, Integer.class),
                        row.getString(4),
                        row.getString(5)),
                round);
    }

    /** Who told what; for the time after the close. */
    record Telling(String teller, HandCount count) {}

    List<Telling> tellings(UUID round, int number) {
        return statements.list(
                "select t.teller, t.hands, c.wrapped_key from hand_telling t join hand_count c using (round, number)"
                        + " where round = ? and number = ? order by t.at",
                row -> new Telling(
                        row.getString(1),
                        HandCount.read(cipher.decrypt(
                                row.getBytes(3), place(round, number), row.getString(1), row.getBytes(2)))),
                round,
                number);
    }

    /**
     * A count on which both tellers agreed; for the time after the close.
     *
     * @param present voters who were struck off by it
     * @param raised hands of them in all
     */
    public record Agreed(int number, UUID workshop, int present, int raised) {}

    public List<Agreed> agreed(UUID round) {
        return statements.list(
                "select number, workshop, present, hands from hand_count where round = ? and state = 'AGREED'"
                        + " order by number",
                row -> new Agreed(
                        row.getInt(1),
                        row.getObject(2, UUID.class),
                        row.getInt(3),
                        // of a count before both were kept, beside it
                        row.getString(4) == null
                                ? tellings(round, row.getInt(1)).get(0).count().total()
                                : HandCount.read(row.getString(4)).total()),
                round);
    }

    private static String place(UUID round, int number) {
        return "hand-count/" + round + "/" + number;
    }
}
