/** Rounds of voting as the workshops told of them. */
@NullMarked
package pe.minka.allocation.round;

import org.jspecify.annotations.NullMarked;
