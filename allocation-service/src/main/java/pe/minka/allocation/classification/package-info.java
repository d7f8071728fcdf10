/** Under which class each project counts, once, and which others it touches. */
@NullMarked
package pe.minka.allocation.classification;

import org.jspecify.annotations.NullMarked;
