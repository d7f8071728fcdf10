/** The multi-year investment programme against the budget of a year, and its targets against what was executed. */
@NullMarked
package pe.minka.allocation.programme;

import org.jspecify.annotations.NullMarked;
