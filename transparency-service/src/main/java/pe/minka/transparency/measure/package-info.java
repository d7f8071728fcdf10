/** Exact figures of a process, by name; a figure that is not known is missing, never zero. */
@NullMarked
package pe.minka.transparency.measure;

import org.jspecify.annotations.NullMarked;
