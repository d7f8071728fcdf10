@NullMarked
package pe.minka.transparency.portal;

import org.jspecify.annotations.NullMarked;
