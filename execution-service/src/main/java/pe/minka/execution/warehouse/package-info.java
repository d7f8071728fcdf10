/** Materials of a work: what came in, what went out, countersigned by its committee. */
@NullMarked
package pe.minka.execution.warehouse;

import org.jspecify.annotations.NullMarked;
