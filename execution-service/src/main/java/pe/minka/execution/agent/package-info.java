/** Who may sit on a committee. */
@NullMarked
package pe.minka.execution.agent;

import org.jspecify.annotations.NullMarked;
