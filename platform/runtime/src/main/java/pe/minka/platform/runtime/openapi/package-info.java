/** What every operation of every contract says. */
@NullMarked
package pe.minka.platform.runtime.openapi;

import org.jspecify.annotations.NullMarked;
