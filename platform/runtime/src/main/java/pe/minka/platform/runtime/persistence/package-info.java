/** How values of the platform lie in columns. */
@NullMarked
package pe.minka.platform.runtime.persistence;

import org.jspecify.annotations.NullMarked;
