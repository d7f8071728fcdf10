/** One effect per Idempotency-Key, however often the request arrives. */
@NullMarked
package pe.minka.platform.runtime.idempotency;

import org.jspecify.annotations.NullMarked;
