/** One counter for every procedure, and the unit each goes to. */
@NullMarked
package pe.minka.registry.procedure;

import org.jspecify.annotations.NullMarked;
