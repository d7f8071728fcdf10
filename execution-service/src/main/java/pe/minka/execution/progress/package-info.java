/** How far a work is. */
@NullMarked
package pe.minka.execution.progress;

import org.jspecify.annotations.NullMarked;
