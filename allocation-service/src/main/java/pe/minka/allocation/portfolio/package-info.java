/** What is carried out in which year and phase. */
@NullMarked
package pe.minka.allocation.portfolio;

import org.jspecify.annotations.NullMarked;
