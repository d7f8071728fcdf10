/** What a service tells the others and hears from them: outbox, relay and inbox. */
@NullMarked
package pe.minka.platform.runtime.events;

import org.jspecify.annotations.NullMarked;
