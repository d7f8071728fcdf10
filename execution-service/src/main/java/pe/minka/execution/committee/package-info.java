/** The people who co-manage a work or watch over the agreements. */
@NullMarked
package pe.minka.execution.committee;

import org.jspecify.annotations.NullMarked;
