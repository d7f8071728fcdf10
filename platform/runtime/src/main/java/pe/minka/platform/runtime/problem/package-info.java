/** Refusals that the caller can act on: RFC 9457 problem documents in the caller's language. */
@NullMarked
package pe.minka.platform.runtime.problem;

import org.jspecify.annotations.NullMarked;
