package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** All tables with ballots of paper. */
@ApplicationScoped
class PaperTables {

    private static final String TABLE =
            "select \"table\", round, label, issued, used, spoiled, returned, state, without_ballot, invalid,"
                    + " coalesce(voters, (select count(*) from paper_voter v where v.\"table\" = t.\"table\")),"
                    + " (select coalesce(max(number), 1) from paper_reconciliation r where r.\"table\" = t.\"table\")"
                    + " from paper_table t ";

    private final Statements statements;
    private final PersonalCipher cipher;
    private final KeyedIndex index;

    PaperTables(Statements statements, PersonalCipher cipher, KeyedIndex index) {
        this.statements = statements;
        this.cipher = cipher;
        this.index = index;
    }

    PaperTable known(UUID id) {
        return statements
                .find(TABLE + "where \"table\" = ?", PaperTables::table, id)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    PaperTable locked(UUID id) {
        return statements
                .find(TABLE + "where \"table\" = ? for update", PaperTables::table, id)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<PaperTable> of(UUID round) {
        return statements.list(TABLE + "where round = ? order by label", PaperTables::table, round);
    }

    boolean add(PaperTable table) {
        return statements.execute(
                        "insert into paper_table (\"table\", round, label, wrapped_key, issued, state)"
                                + " values (?, ?, ?, ?, ?, 'VOTING')"
                                + " on conflict (round, label) do nothing",
                        table.table(),
                        table.round(),
                        table.label(),
                        cipher.newWrappedKey(table.table().toString()),
                        table.issued())
                > 0;
    }

    void addVoters(UUID table, List<UUID> voters) {
        statements.execute(
                "insert into paper_voter (\"table\", agent) select ?, v from unnest(?::uuid[]) as v order by v",
                table,
                voters.toArray(UUID[]::new));
    }

    /** Those of them who were struck off at this table. */
    Set<UUID> votersAt(UUID table, List<UUID> voters) {
        return new HashSet<>(statements.list(
                "select agent from paper_voter where \"table\" = ? and agent = any (?)",
                row -> row.getObject(1, UUID.class),
                table,
                voters.toArray(UUID[]::new)));
    }

    /**
     * What was counted when the vote of a table ended, or how an act corrects it.
     *
     * @param number from 1; the last one holds
     * @param document the act; of corrections only
     */
    record Reconciliation(
            int number,
            PaperTable.Accounted ballots,
            String recordedBy,
            @Nullable String document,
            @Nullable String reason) {}

    void reconcile(PaperTable table, Reconciliation reconciliation) {
        var ballots = reconciliation.ballots();
        statements.execute(
                "insert into paper_reconciliation (\"table\", number, used, spoiled, returned, recorded_by, document,"
                        + " reason) values (?, ?, ?, ?, ?, ?, ?, ?)",
                table.table(),
                reconciliation.number(),
                ballots.used(),
                ballots.spoiled(),
                ballots.returned(),
                reconciliation.recordedBy(),
                reconciliation.document(),
                reconciliation.reason());
        statements.execute(
                "update paper_table set used = ?, spoiled = ?, returned = ?, state = ? where \"table\" = ?",
                ballots.used(),
                ballots.spoiled(),
                ballots.returned(),
                table.isComplete(ballots) ? PaperTable.State.RECONCILED : PaperTable.State.DIFFERENT,
                table.table());
    }

    List<Reconciliation> reconciliations(UUID table) {
        return statements.list(
                "select number, used, spoiled, returned, recorded_by, document, reason from paper_reconciliation"
                        + " where \"table\" = ? order by number",
                row -> new Reconciliation(
                        row.getInt(1),
                        new PaperTable.Accounted(row.getInt(2), row.getInt(3), row.getInt(4)),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)),
                table);
    }

    void differ(UUID table) {
        statements.execute("update paper_table set state = 'DIFFERENT' where \"table\" = ?", table);
    }

    void count(PaperTable table, TableTally tally) {
        statements.execute(
                "update paper_table set state = 'COUNTED', voters = ?, without_ballot = ?, invalid = ? where \"table\" = ?",
                table.voters(),
                table.voters() - tally.valid(),
                tally.invalid(),
                table.table());
    }

    /**
     * That somebody entered what he read.
     *
     * @param fingerprint keyed: equal where the same was read
     * @param document the act that settles a difference; of the third entry only
     */
    record Entry(
            int number,
            String enteredBy,
            String fingerprint,
            @Nullable String document) {}

    String fingerprint(UUID table, TableTally tally) {
        return index.of("paper-entry/" + table, tally.text());
    }

    /** Those that count: made since the reconciliation that holds. */
    List<Entry> entries(PaperTable table) {
        return statements.list(
                "select number, entered_by, fingerprint, document from paper_entry"
                        + " where \"table\" = ? and reading = ? order by number",
                row -> new Entry(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
                table.table(),
                table.reading());
    }

    /** Under the key of the table: nobody who has the database alone reads a partial result from it. */
    void enter(PaperTable table, Entry entry, TableTally tally, @Nullable String reason) {
        var id = table.table();
        statements.execute(
                "insert into paper_entry (\"table\", reading, number, entered_by, tally, fingerprint, document, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                table.reading(),
                entry.number(),
                entry.enteredBy(),
                cipher.encrypt(key(id), id.toString(), place(table.reading(), entry.number()), tally.text()),
                entry.fingerprint(),
                entry.document(),
                reason);
    }

    /**
     * What somebody read.
     *
     * @param reading the reconciliation under which it was read: only the last one counted
     * @param tally marks and how often, then the number of invalid ones
     */
    record Reading(
            int reading, int number, String tally, @Nullable String document) {}

    List<Reading> readings(UUID table) {
        var key = key(table);
        return statements.list(
                "select reading, number, tally, document from paper_entry where \"table\" = ? order by reading, number",
                row -> new Reading(
                        row.getInt(1),
                        row.getInt(2),
                        cipher.decrypt(key, table.toString(), place(row.getInt(1), row.getInt(2)), row.getBytes(3)),
                        row.getString(4)),
                table);
    }

    private byte[] key(UUID table) {
        return statements
                .find("select wrapped_key from paper_table where \"table\" = ?", row -> row.getBytes(1), table)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The first reading's as it was before there were others. */
    private static String place(int reading, int number) {
        return reading == 1 ? "paper-entry/" + number : "paper-entry/" + reading + "/" + number;
    }

    /** @param sheet the photograph of what the table wrote */
    record Sheet(UUID sheet, UUID table, String mediaType, int bytes, String sha256) {}

    Sheet attach(UUID table, String mediaType, byte[] content, String sha256, String attachedBy) {
        statements.execute(
                "insert into paper_sheet (sheet, \"table\", media_type, content, sha256, attached_by)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict (\"table\", sha256) do nothing",
                UUID.randomUUID(),
                table,
                mediaType,
                content,
                sha256,
                attachedBy);
        return sheets(table).stream()
                .filter(sheet -> sheet.sha256().equals(sha256))
                .findFirst()
                .orElseThrow();
    }

    List<Sheet> sheets(UUID table) {
        return statements.list(
                "select sheet, \"table\", media_type, length(content), sha256 from paper_sheet where \"table\" = ?"
                        + " order by at, sheet",
                PaperTables::sheet,
                table);
    }

    Sheet sheet(UUID id) {
        return statements
                .find(
                        "select sheet, \"table\", media_type, length(content), sha256 from paper_sheet where sheet = ?",
                        PaperTables::sheet,
                        id)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    byte[] content(UUID sheet) {
        return statements
                .find("select content from paper_sheet where sheet = ?", row -> row.getBytes(1), sheet)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private static Sheet sheet(ResultSet row) throws SQLException {
        return new Sheet(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getString(5));
    }

    private static PaperTable table(ResultSet row) throws SQLException {
        return new PaperTable(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getInt(4),
                row.getInt(11),
                row.getObject(5, Integer.class),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                PaperTable.State.valueOf(row.getString(8)),
                row.getInt(9),
                row.getObject(10, Integer.class),
                row.getInt(12));
    }
}
