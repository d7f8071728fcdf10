/** Agreed money that was not spent in its year and slides into the next one with its project. */
@NullMarked
package pe.minka.allocation.balance;

import org.jspecify.annotations.NullMarked;
