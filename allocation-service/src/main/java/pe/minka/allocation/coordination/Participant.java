package pe.minka.allocation.coordination;

import pe.minka.platform.core.EntityCode;

/**
 * An entity that took part.
 *
 * @param level {@code DISTRICT}, {@code PROVINCE} or {@code REGION}
 * @param office who spoke for it, by office and never by name
 */
record Participant(EntityCode entity, String level, String office) {}
