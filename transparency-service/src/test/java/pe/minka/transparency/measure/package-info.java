@NullMarked
package pe.minka.transparency.measure;

import org.jspecify.annotations.NullMarked;
