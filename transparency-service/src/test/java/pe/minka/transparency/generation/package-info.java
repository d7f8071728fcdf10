@NullMarked
package pe.minka.transparency.generation;

import org.jspecify.annotations.NullMarked;
