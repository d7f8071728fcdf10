/** The pages people read: rendered on the server, without script, in three languages. */
@NullMarked
package pe.minka.transparency.portal;

import org.jspecify.annotations.NullMarked;
