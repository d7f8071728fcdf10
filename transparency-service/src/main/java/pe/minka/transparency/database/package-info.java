/** SQL without ceremony: the read models are upserts and sums, which SQL says best. */
@NullMarked
package pe.minka.transparency.database;

import org.jspecify.annotations.NullMarked;
