/** Lawful changes to agreements, and how far they have drifted. */
@NullMarked
package pe.minka.allocation.modification;

import org.jspecify.annotations.NullMarked;
