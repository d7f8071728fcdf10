/** The ballot box measured beside its limits, and what it keeps when processes die under it. */
@NullMarked
package pe.minka.load;

import org.jspecify.annotations.NullMarked;
