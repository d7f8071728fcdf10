/** How agreements are kept until they are done or lawfully changed. */
@NullMarked
package pe.minka.allocation.compliance;

import org.jspecify.annotations.NullMarked;
