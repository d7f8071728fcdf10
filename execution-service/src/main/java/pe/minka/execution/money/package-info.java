/** Amounts in requests. */
@NullMarked
package pe.minka.execution.money;

import org.jspecify.annotations.NullMarked;
