/** Documents kept whole, as they were decided. */
@NullMarked
package pe.minka.allocation.document;

import org.jspecify.annotations.NullMarked;
