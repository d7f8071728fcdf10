/** The processes, entities and regulations that this service heard of from the registry. */
@NullMarked
package pe.minka.allocation.process;

import org.jspecify.annotations.NullMarked;
