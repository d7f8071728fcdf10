/** The institutional budget of a year: its split, its texts, and the steps it takes until it is law. */
@NullMarked
package pe.minka.allocation.budget;

import org.jspecify.annotations.NullMarked;
