/** Projects that several entities or zones pay together. */
@NullMarked
package pe.minka.allocation.joint;

import org.jspecify.annotations.NullMarked;
