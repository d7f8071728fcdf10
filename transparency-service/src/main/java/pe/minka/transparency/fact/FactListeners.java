package pe.minka.transparency.fact;

import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import pe.minka.platform.runtime.events.EventMetadata;

import java.util.List;

/** All who listen: the read model, the feed and the public log. */
@Singleton
class FactListeners {

    private final List<FactListener> listeners;

    FactListeners(@All List<FactListener> listeners) {
        this.listeners = listeners;
    }

    void tell(Fact fact, EventMetadata metadata) {
        listeners.forEach(listener -> listener.heard(fact, metadata));
    }
}
