/** The final accounts of a work. */
@NullMarked
package pe.minka.execution.settlement;

import org.jspecify.annotations.NullMarked;
