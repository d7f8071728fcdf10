package pe.minka.transparency.fact;

import pe.minka.platform.runtime.events.EventHandler;
import pe.minka.platform.runtime.events.EventMetadata;
import pe.minka.platform.runtime.events.EventNames;

/** Hears one type of event and tells it on. The record's name is the event's. */
abstract class FactHandler<F extends Fact> implements EventHandler<F> {

    private final FactListeners listeners;

    FactHandler(FactListeners listeners) {
        this.listeners = listeners;
    }

    abstract String service();

    @Override
    public String type() {
        return EventNames.type(service(), payload());
    }

    @Override
    public void on(F fact, EventMetadata metadata) {
        listeners.tell(new Heard(fact, metadata));
    }
}
