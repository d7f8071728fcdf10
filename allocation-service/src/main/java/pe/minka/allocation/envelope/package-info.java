/** The money that the agents decide on, by funding line. */
@NullMarked
package pe.minka.allocation.envelope;

import org.jspecify.annotations.NullMarked;
