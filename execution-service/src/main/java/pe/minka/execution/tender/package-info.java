/** Tenders with sealed bids, opened all at once. */
@NullMarked
package pe.minka.execution.tender;

import org.jspecify.annotations.NullMarked;
