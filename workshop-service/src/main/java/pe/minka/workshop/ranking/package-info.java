/** What a counted round says of territories and of themes: two lists of the same session. */
@NullMarked
package pe.minka.workshop.ranking;

import org.jspecify.annotations.NullMarked;
