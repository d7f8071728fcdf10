package pe.minka.transparency.publiclog;

import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.transparency.publiclog.Merkle.Node;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The log on disk: entries, hashes of complete subtrees, checkpoints. The database lets none of them be changed. */
@ApplicationScoped
class LogStore {

    /** All writers of the log take turns. */
    private static final long TURN = 64652_3332L;

    private final Statements database;
    private final LogKeys keys;

    LogStore(Statements database, LogKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /**
     * Something said in public, to be said once.
     *
     * @param part which of the things that one event says
     * @param subject what people look for it by
     */
    record Statement(
            UUID event, int part, String kind, @Nullable UUID process, String subject, byte[] entry) {}

    /** An entry at its place. */
    record Entry(long index, String kind, @Nullable UUID process, String subject, byte[] bytes) {}

    /** Appends what is not yet there, and signs the new tree; all in the transaction that is open. */
    void append(List<Statement> statements) {
        var signers = keys.inForce();
        database.list("select pg_advisory_xact_lock(?)", row -> 1, TURN);
        var fresh = notYetThere(statements);
        if (fresh.isEmpty()) {
            return;
        }
        long size = latest().map(Checkpoint::size).orElse(0L);
        var entries = new ArrayList<Object[]>();
        Map<String, byte[]> grown = new HashMap<>();
        var nodes = new ArrayList<Node>();
        Merkle.Nodes known = (level, index) -> {
            var here = grown.get(level + "/" + index);
            return here == null ? hash(level, index) : here;
        };
        for (Statement statement : fresh) {
            entries.add(new Object[] {
                size,
                statement.event(),
                statement.part(),
                statement.kind(),
                statement.subject(),
                statement.process(),
                statement.entry()
            });
            for (Node node : Merkle.append(size, Merkle.leafHash(statement.entry()), known)) {
                grown.put(node.level() + "/" + node.index(), node.hash());
                nodes.add(node);
            }
            size++;
        }
        database.batch(
                "insert into log_entry (index, event_id, part, kind, subject, process, entry) values (?, ?, ?, ?, ?, ?, ?)",
                entries,
                row -> row);
        database.batch("insert into log_node (level, index, hash) values (?, ?, ?)", nodes, node ->
                new Object[] {node.level(), node.index(), node.hash()});
        publish(Checkpoint.signed(keys.origin(), size, Merkle.root(size, known), signers));
    }

    private List<Statement> notYetThere(List<Statement> statements) {
        Set<String> there = new HashSet<>(database.list(
                "select event_id || '/' || part from log_entry where event_id = any (?)",
                row -> row.getString(1),
                (Object) statements.stream().map(Statement::event).distinct().toArray(UUID[]::new)));
        return statements.stream()
                .filter(statement -> there.add(statement.event() + "/" + statement.part()))
                .toList();
    }

    /** At the very first start: the empty tree. */
    void signEmptyTree() {
        database.list("select pg_advisory_xact_lock(?)", row -> 1, TURN);
        if (latest().isEmpty()) {
            publish(Checkpoint.signed(keys.origin(), 0, Merkle.root(0, this::hash), keys.inForce()));
        }
    }

    private void publish(Checkpoint checkpoint) {
        database.execute(
                "insert into log_checkpoint (size, root, note) values (?, ?, ?)",
                checkpoint.size(),
                checkpoint.root(),
                checkpoint.note());
    }

    Optional<Checkpoint> latest() {
        return database.find(
                "select size, root, note from log_checkpoint order by size desc limit 1",
                row -> new Checkpoint(row.getLong(1), row.getBytes(2), row.getString(3)));
    }

    byte[] hash(int level, long index) {
        return database.find(
                        "select hash from log_node where level = ? and index = ?", row -> row.getBytes(1), level, index)
                .orElseThrow(() -> new IllegalStateException("the log lacks node " + level + "/" + index));
    }

    /** The hashes of a level from an index on, at most so many as there are. */
    List<byte[]> hashes(int level, long from, int count) {
        return database.list(
                "select hash from log_node where level = ? and index >= ? and index < ? order by index",
                row -> row.getBytes(1),
                level,
                from,
                from + count);
    }

    List<Entry> entries(long from, int count) {
        return database.list(
                "select index, kind, process, subject, entry from log_entry where index >= ? and index < ? order by index",
                LogStore::entry,
                from,
                from + count);
    }

    List<Entry> find(@Nullable UUID process, @Nullable String subject, long after, int limit) {
        return database.list(
                "select index, kind, process, subject, entry from log_entry where index > ?"
                        + " and (?::uuid is null or process = ?) and (?::text is null or subject = ?) order by index limit ?",
                LogStore::entry,
                after,
                process,
                process,
                subject,
                subject,
                limit);
    }

    private static Entry entry(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Entry(
                row.getLong(1), row.getString(2), row.getObject(3, UUID.class), row.getString(4), row.getBytes(5));
    }
}
