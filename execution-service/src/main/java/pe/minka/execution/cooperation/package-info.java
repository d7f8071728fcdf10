/** What community, committee and municipality sign before works start. */
@NullMarked
package pe.minka.execution.cooperation;

import org.jspecify.annotations.NullMarked;
