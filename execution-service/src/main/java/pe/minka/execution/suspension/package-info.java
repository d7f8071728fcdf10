/** Works that stand still, and why. */
@NullMarked
package pe.minka.execution.suspension;

import org.jspecify.annotations.NullMarked;
