@NullMarked
package pe.minka.transparency.agreement;

import org.jspecify.annotations.NullMarked;
