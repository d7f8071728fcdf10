@NullMarked
package pe.minka.transparency.poll;

import org.jspecify.annotations.NullMarked;
