/** Elections as Pabulib files ({@code .pb}): read, checked, written. */
@NullMarked
package pe.minka.rules.pabulib;

import org.jspecify.annotations.NullMarked;
