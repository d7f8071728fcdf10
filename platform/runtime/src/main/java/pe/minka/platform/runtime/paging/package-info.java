/** Lists by opaque cursor. */
@NullMarked
package pe.minka.platform.runtime.paging;

import org.jspecify.annotations.NullMarked;
