/** The one clock. */
@NullMarked
package pe.minka.platform.runtime.clock;

import org.jspecify.annotations.NullMarked;
