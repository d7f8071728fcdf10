package pe.minka.registry.notice;

import java.util.UUID;

/**
 * One notice to one agent, taken from the queue.
 *
 * @param attempts those made before
 */
record Delivery(UUID id, UUID notice, UUID person, String language, int attempts) {}
