/** Who changed what, by office, and what it was before. */
@NullMarked
package pe.minka.transparency.audit;

import org.jspecify.annotations.NullMarked;
