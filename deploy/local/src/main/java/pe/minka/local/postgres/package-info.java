/** A PostgreSQL server from a registry artifact. */
@NullMarked
package pe.minka.local.postgres;

import org.jspecify.annotations.NullMarked;
