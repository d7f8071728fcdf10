/** Every public fact as an item with a cursor, for those who follow from afar. */
@NullMarked
package pe.minka.transparency.feed;

import org.jspecify.annotations.NullMarked;
