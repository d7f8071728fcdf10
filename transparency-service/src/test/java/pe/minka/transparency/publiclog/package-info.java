@NullMarked
package pe.minka.transparency.publiclog;

import org.jspecify.annotations.NullMarked;
