/** What holds for the whole service. */
@NullMarked
package pe.minka.transparency;

import org.jspecify.annotations.NullMarked;
