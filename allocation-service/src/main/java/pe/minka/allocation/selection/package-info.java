/** The projects that a vote and a budget select, each with its reason. */
@NullMarked
package pe.minka.allocation.selection;

import org.jspecify.annotations.NullMarked;
