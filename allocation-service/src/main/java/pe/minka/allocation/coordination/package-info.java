/** Meetings of several levels of government, and the problems they share. */
@NullMarked
package pe.minka.allocation.coordination;

import org.jspecify.annotations.NullMarked;
