/** Polls of citizens who have no accreditation: known by keyed identifiers alone, each once. */
@NullMarked
package pe.minka.workshop.poll;

import org.jspecify.annotations.NullMarked;
