@NullMarked
package pe.minka.transparency.feed;

import org.jspecify.annotations.NullMarked;
