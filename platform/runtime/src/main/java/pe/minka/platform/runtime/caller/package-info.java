/** Who calls, in which roles and for which entities. */
@NullMarked
package pe.minka.platform.runtime.caller;

import org.jspecify.annotations.NullMarked;
