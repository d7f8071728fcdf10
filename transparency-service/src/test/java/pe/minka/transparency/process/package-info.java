@NullMarked
package pe.minka.transparency.process;

import org.jspecify.annotations.NullMarked;
