/** What a service does beside its requests. */
@NullMarked
package pe.minka.platform.runtime.work;

import org.jspecify.annotations.NullMarked;
