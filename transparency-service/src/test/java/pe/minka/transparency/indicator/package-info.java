@NullMarked
package pe.minka.transparency.indicator;

import org.jspecify.annotations.NullMarked;
