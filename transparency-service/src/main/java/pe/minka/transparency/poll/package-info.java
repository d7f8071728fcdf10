/** Polls that several sections answered, counted by option and section. */
@NullMarked
package pe.minka.transparency.poll;

import org.jspecify.annotations.NullMarked;
