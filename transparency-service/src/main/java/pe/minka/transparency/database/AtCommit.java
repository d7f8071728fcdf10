package pe.minka.transparency.database;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Collects what one transaction gathers, and writes it in one go just before the commit: hundreds of events cost a few
 * statements, and a lock that orders all writers is held for the shortest time.
 */
public final class AtCommit<T> {

    private final TransactionSynchronizationRegistry transactions;
    private final Consumer<List<T>> write;

    public AtCommit(TransactionSynchronizationRegistry transactions, Consumer<List<T>> write) {
        this.transactions = transactions;
        this.write = write;
    }

    /** @throws IllegalStateException outside a transaction */
    public void add(T item) {
        @SuppressWarnings("unchecked")
        var waiting = (List<T>) transactions.getResource(this);
        if (waiting == null) {
            waiting = new ArrayList<>();
            transactions.putResource(this, waiting);
            transactions.registerInterposedSynchronization(new Flush(waiting));
        }
        waiting.add(item);
    }

    private final class Flush implements Synchronization {

        private final List<T> waiting;

        private Flush(List<T> waiting) {
            this.waiting = waiting;
        }

        @Override
        public void beforeCompletion() {
            if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
                write.accept(List.copyOf(waiting));
            }
        }

        @Override
        public void afterCompletion(int status) {
            waiting.clear();
        }
    }
}
