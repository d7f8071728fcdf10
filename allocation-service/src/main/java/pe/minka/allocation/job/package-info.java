/** Selections of many processes as one job. */
@NullMarked
package pe.minka.allocation.job;

import org.jspecify.annotations.NullMarked;
