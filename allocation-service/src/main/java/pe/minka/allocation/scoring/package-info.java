/** Projects ranked by a matrix of points. */
@NullMarked
package pe.minka.allocation.scoring;

import org.jspecify.annotations.NullMarked;
