/** Public money spent, by budget phase. */
@NullMarked
package pe.minka.execution.ledger;

import org.jspecify.annotations.NullMarked;
