/** How long personal data are kept. */
@NullMarked
package pe.minka.registry.retention;

import org.jspecify.annotations.NullMarked;
