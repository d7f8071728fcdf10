/** Documents kept whole, as they were decided, and those that are sealed by their hash. */
@NullMarked
package pe.minka.platform.runtime.document;

import org.jspecify.annotations.NullMarked;
