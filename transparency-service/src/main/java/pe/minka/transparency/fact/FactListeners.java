package pe.minka.transparency.fact;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import jakarta.transaction.TransactionSynchronizationRegistry;
import pe.minka.transparency.database.AtCommit;

import java.util.List;

/** All who listen: the read model, the feed and the public log. */
@Singleton
class FactListeners {

    private final AtCommit<Heard> heard;

    FactListeners(@All List<FactListener> listeners, TransactionSynchronizationRegistry transactions) {
        this.heard = new AtCommit<>(transactions, facts -> listeners.forEach(listener -> listener.heard(facts)));
    }

    void tell(Heard fact) {
        heard.add(fact);
    }
}
