/** Building the read models anew from the first event. */
@NullMarked
package pe.minka.transparency.generation;

import org.jspecify.annotations.NullMarked;
