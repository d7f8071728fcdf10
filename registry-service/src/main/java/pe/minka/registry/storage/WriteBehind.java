package pe.minka.registry.storage;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.runtime.events.Outbox;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Lets the rows of a bulk transaction wait and go to the database together. Who is about to look for something that may
 * be among them asks {@link #settle} first, so that every decision is made on what is there.
 */
@ApplicationScoped
public class WriteBehind {

    private static final int MOST_WAITING = 500;

    private final AgroalDataSource database;
    private final TransactionSynchronizationRegistry transactions;
    private final Outbox outbox;

    WriteBehind(AgroalDataSource database, TransactionSynchronizationRegistry transactions, Outbox outbox) {
        this.database = database;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** What waits, in the order in which the tables depend on each other. */
    public enum Table {
        ORGANISATION,
        PERSON,
        AGENT
    }

    private static final class Waiting {
        private final Map<Table, List<@Nullable Object[]>> rows = new TreeMap<>();
        private final Map<Table, String> statements = new TreeMap<>();
        private final Set<Object> keys = new HashSet<>();
        private final Set<Object> absent = new HashSet<>();
        private final List<DomainEvent> events = new ArrayList<>();
        private final Map<Object, Object> read = new HashMap<>();
        private boolean toldOne;
        private int count;
    }

    /** From now to the end of the transaction rows may wait. */
    public void begin() {
        if (active()) {
            return;
        }
        var waiting = new Waiting();
        transactions.putResource(WriteBehind.class, waiting);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                    write(waiting);
                }
            }

            @Override
            public void afterCompletion(int status) {}
        });
    }

    public boolean active() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(WriteBehind.class) != null;
    }

    /**
     * A row that waits.
     *
     * @param statement one and the same for a table; a row that a constraint keeps out undoes the transaction
     * @param keys by which somebody may look for the row
     */
    public void later(Table table, String statement, List<?> keys, @Nullable Object... values) {
        var waiting = waiting();
        waiting.statements.put(table, statement);
        waiting.rows.computeIfAbsent(table, none -> new ArrayList<>()).add(values);
        waiting.keys.addAll(keys);
        waiting.count++;
        if (waiting.count >= MOST_WAITING) {
            write(waiting);
        }
    }

    /** Tells a fact with the rows; at once where nothing waits. */
    public void append(DomainEvent event) {
        if (!active() || !waiting().toldOne) {
            // the first of a transaction goes at once and sees to it that the relay is woken at its end
            outbox.append(event);
            if (active()) {
                waiting().toldOne = true;
            }
            return;
        }
        waiting().events.add(event);
    }

    /** Sends what waits where one of the keys is among it. */
    public void settle(Object... keys) {
        if (active()) {
            var waiting = waiting();
            for (Object key : keys) {
                if (waiting.keys.contains(key)) {
                    write(waiting);
                    return;
                }
            }
        }
    }

    /** Sends all that waits. */
    public void settleAll() {
        if (active()) {
            write(waiting());
        }
    }

    /** Notes that the database has nothing by that key; holds until the row that has it is added. */
    public void noteAbsent(Object key) {
        if (active()) {
            waiting().absent.add(key);
        }
    }

    /** Whether the key was looked for in this transaction and not found; forgotten by asking. */
    public boolean takeAbsent(Object key) {
        return active() && waiting().absent.remove(key);
    }

    /** Whether a row by that key was added by this transaction, sent or not. */
    public boolean isNew(Object key) {
        return active() && waiting().read.containsKey(List.of("new", key));
    }

    public void noteNew(Object key) {
        if (active()) {
            waiting().read.put(List.of("new", key), Boolean.TRUE);
        }
    }

    /** What cannot change while the transaction lasts is read once. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> reading) {
        if (!active()) {
            return reading.get();
        }
        var read = waiting().read;
        var known = read.get(key);
        if (known == null) {
            known = reading.get();
            read.put(key, known);
        }
        return (T) known;
    }

    private Waiting waiting() {
        return (Waiting) Objects.requireNonNull(transactions.getResource(WriteBehind.class));
    }

    private void write(Waiting waiting) {
        for (var table : waiting.rows.entrySet()) {
            write(String.valueOf(waiting.statements.get(table.getKey())), table.getValue());
        }
        waiting.rows.clear();
        waiting.keys.clear();
        waiting.count = 0;
        if (!waiting.events.isEmpty()) {
            outbox.appendAll(List.copyOf(waiting.events));
            waiting.events.clear();
        }
    }

    private void write(String statement, List<@Nullable Object[]> rows) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement(statement)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            for (int count : insert.executeBatch()) {
                if (count == 0) {
                    throw new IllegalStateException("another transaction was faster: the rows are taken one by one");
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("rows that waited could not be stored", failed);
        }
    }
}
