package pe.minka.platform.runtime.events;

import java.time.Instant;
import java.util.UUID;

/**
 * The CloudEvents attributes of an event.
 *
 * @param id with the source, what tells a repeated delivery
 * @param source {@code /minka/<service>}
 * @param key what orders the events: a process, or an entity
 */
public record EventMetadata(UUID id, String source, String type, String subject, String key, Instant time) {}
