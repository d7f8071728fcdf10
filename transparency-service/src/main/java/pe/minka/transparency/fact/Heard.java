package pe.minka.transparency.fact;

import pe.minka.platform.runtime.events.EventMetadata;

/** A fact with the attributes of the event that told it. */
public record Heard(Fact fact, EventMetadata metadata) {}
