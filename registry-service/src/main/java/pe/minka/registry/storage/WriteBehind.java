package pe.minka.registry.storage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.persistence.Statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Lets the rows of a bulk transaction wait and go to the database together. Who is about to look for something that may
 * be among them asks {@link #settle} first, so that every decision is made on what is there.
 */
@ApplicationScoped
public class WriteBehind {

    private static final int MOST_WAITING = 2_500;

    private final Statements statements;
    private final TransactionSynchronizationRegistry transactions;
    private final Outbox outbox;

    WriteBehind(Statements statements, TransactionSynchronizationRegistry transactions, Outbox outbox) {
        this.statements = statements;
        this.transactions = transactions;
        this.outbox = outbox;
    }

    /** What waits, in the order in which the tables depend on each other. */
    public enum Table {
        ORGANISATION,
        PERSON,
        CHANGED_PERSON,
        AGENT
    }

    /**
     * How the rows of a table go to the database.
     *
     * @param command one for all the rows, as of {@link Statements#bulk}; one that touches fewer rows than there are
     *     undoes the transaction
     * @param types of PostgreSQL, one a column
     */
    public record Writing(Table table, String command, List<String> types) {

        /** @param target table and columns */
        public static Writing insert(Table table, String target, String... types) {
            return new Writing(
                    table, "insert into " + target + " select * from %s on conflict do nothing", List.of(types));
        }
    }

    private static final class Waiting {
        private final Map<Table, List<@Nullable Object[]>> rows = new TreeMap<>();
        private final Map<Table, Writing> writings = new TreeMap<>();
        private final Set<Object> keys = new HashSet<>();
        private final List<DomainEvent> events = new ArrayList<>();
        private final Map<Object, Object> read = new HashMap<>();
        private final Map<Object, Object> found = new HashMap<>();
        private final Set<Object> absent = new HashSet<>();
        private final Set<Object> added = new HashSet<>();
        private final Set<Object> free = new HashSet<>();
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

    /** Sends what waits and forgets what was noted, so that a transaction of any length needs the memory of one batch. */
    public void nextBatch() {
        begin();
        var waiting = waiting();
        write(waiting);
        waiting.found.clear();
        waiting.absent.clear();
        waiting.added.clear();
        waiting.free.clear();
    }

    public boolean active() {
        return transactions.getTransactionStatus() == Status.STATUS_ACTIVE
                && transactions.getResource(WriteBehind.class) != null;
    }

    /**
     * A row that waits.
     *
     * @param writing one and the same for a table
     * @param keys by which somebody may look for the row
     */
    public void later(Writing writing, List<?> keys, @Nullable Object... values) {
        var waiting = waiting();
        waiting.writings.put(writing.table(), writing);
        waiting.rows.computeIfAbsent(writing.table(), none -> new ArrayList<>()).add(values);
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

    /** Notes what stands by that key, in the database or among what waits. */
    public void noteFound(Object key, Object what) {
        if (active()) {
            waiting().found.put(key, what);
        }
    }

    /** What was noted as standing by that key; empty where nobody looked for it. */
    @SuppressWarnings("unchecked")
    public <T> Optional<T> found(Object key) {
        return active() ? Optional.ofNullable((T) waiting().found.get(key)) : Optional.empty();
    }

    /** Notes that the database has nothing by that key; holds until the row that has it is added. */
    public void noteAbsent(Object key) {
        if (active()) {
            waiting().absent.add(key);
        }
    }

    /** Whether the key was looked for in this batch and not found. */
    public boolean isAbsent(Object key) {
        return active() && waiting().absent.contains(key);
    }

    /** The same; forgotten by asking, for who now adds it. */
    public boolean takeAbsent(Object key) {
        return active() && waiting().absent.remove(key);
    }

    /** Notes that a row by that key is added by this transaction, sent or not. Nothing refers to it yet. */
    public void noteNew(Object key) {
        if (active()) {
            waiting().added.add(key);
            waiting().free.add(key);
        }
    }

    /** Whether a row by that key was added in this batch: nobody else can see it. */
    public boolean isNew(Object key) {
        return active() && waiting().added.contains(key);
    }

    /** Notes that no row stands in the way of one that refers to that key. */
    public void noteFree(Object key) {
        if (active()) {
            waiting().free.add(key);
        }
    }

    /** Whether nothing that was stored or waits refers to that key, as far as this batch looked. */
    public boolean isFree(Object key) {
        return active() && waiting().free.contains(key);
    }

    /** Notes that now something refers to that key. */
    public void noteTaken(Object key) {
        if (active()) {
            waiting().free.remove(key);
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
        waiting.rows.forEach((table, rows) -> {
            var writing = Objects.requireNonNull(waiting.writings.get(table));
            if (statements.bulk(writing.command(), writing.types(), rows) != rows.size()) {
                throw new IllegalStateException("another transaction was faster: the rows are taken one by one");
            }
        });
        waiting.rows.clear();
        waiting.keys.clear();
        waiting.count = 0;
        if (!waiting.events.isEmpty()) {
            outbox.appendAll(List.copyOf(waiting.events));
            waiting.events.clear();
        }
    }
}
