/** The act of agreements and commitments, and the money it reserves. */
@NullMarked
package pe.minka.allocation.agreement;

import org.jspecify.annotations.NullMarked;
