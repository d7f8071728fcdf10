package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.crypto.KeyedIndex;
import pe.minka.platform.core.crypto.PersonalCipher;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** All tables with ballots of paper. */
@ApplicationScoped
class PaperTables {

    private static final String TABLE =
            "select \"table\", round, label, issued, used, spoiled, returned, state, without_ballot, invalid,"
                    + " coalesce(voters, (select count(*) from paper_voter v where v.\"table\" = t.\"table\"))"
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

    void addVoter(UUID table, UUID agent) {
        statements.execute("insert into paper_voter (\"table\", agent) values (?, ?)", table, agent);
    }

    void reconcile(UUID table, int used, int spoiled, int returned, PaperTable.State state) {
        statements.execute(
                "update paper_table set used = ?, spoiled = ?, returned = ?, state = ? where \"table\" = ?",
                used,
                spoiled,
                returned,
                state.name(),
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

    List<Entry> entries(UUID table) {
        return statements.list(
                "select number, entered_by, fingerprint, document from paper_entry where \"table\" = ? order by number",
                row -> new Entry(row.getInt(1), row.getString(2), row.getString(3), row.getString(4)),
                table);
    }

    /** Under the key of the table: nobody who has the database alone reads a partial result from it. */
    void enter(UUID table, Entry entry, TableTally tally, @Nullable String reason) {
        statements.execute(
                "insert into paper_entry (\"table\", number, entered_by, tally, fingerprint, document, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                table,
                entry.number(),
                entry.enteredBy(),
                cipher.encrypt(key(table), table.toString(), place(entry.number()), tally.text()),
                entry.fingerprint(),
                entry.document(),
                reason);
    }

    /** @param tally marks and how often, then the number of invalid ones */
    record Reading(int number, String tally, @Nullable String document) {}

    List<Reading> readings(UUID table) {
        var key = key(table);
        return statements.list(
                "select number, tally, document from paper_entry where \"table\" = ? order by number",
                row -> new Reading(
                        row.getInt(1),
                        cipher.decrypt(key, table.toString(), place(row.getInt(1)), row.getBytes(2)),
                        row.getString(3)),
                table);
    }

    private byte[] key(UUID table) {
        return statements
                .find("select wrapped_key from paper_table where \"table\" = ?", row -> row.getBytes(1), table)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private static String place(int number) {
        return "paper-entry/" + number;
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
                row.getObject(10, Integer.class));
    }
}
