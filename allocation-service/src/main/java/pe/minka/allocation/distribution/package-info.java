/** The parts of an envelope among zones, by a published formula. */
@NullMarked
package pe.minka.allocation.distribution;

import org.jspecify.annotations.NullMarked;
