/** Processes and their phases: what a call needs, what opens and what closes. */
@NullMarked
package pe.minka.registry.process;

import org.jspecify.annotations.NullMarked;
