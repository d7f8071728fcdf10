/** What evaluators answered on each project, refusals with their rule, and appeals. */
@NullMarked
package pe.minka.allocation.viability;

import org.jspecify.annotations.NullMarked;
