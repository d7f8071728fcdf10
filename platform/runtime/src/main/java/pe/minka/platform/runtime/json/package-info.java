/** How values look on the wire. */
@NullMarked
package pe.minka.platform.runtime.json;

import org.jspecify.annotations.NullMarked;
