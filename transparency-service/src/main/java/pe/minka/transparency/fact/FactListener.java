package pe.minka.transparency.fact;

import pe.minka.platform.runtime.events.EventMetadata;

/** One who does something with each fact, in the transaction in which it was heard. Facts of different services come in any order. */
public interface FactListener {

    void heard(Fact fact, EventMetadata metadata);
}
