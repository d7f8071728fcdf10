/** The agreements that the allocation context signed; approved, they open works. */
@NullMarked
package pe.minka.execution.agreement;

import org.jspecify.annotations.NullMarked;
