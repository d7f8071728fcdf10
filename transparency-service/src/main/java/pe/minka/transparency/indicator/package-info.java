/** The same figures by the same formula for every place, with what is missing named. */
@NullMarked
package pe.minka.transparency.indicator;

import org.jspecify.annotations.NullMarked;
