/** Figures of one process or entity beside others: the census, other municipalities, what became of the agreements. */
@NullMarked
package pe.minka.registry.comparison;

import org.jspecify.annotations.NullMarked;
