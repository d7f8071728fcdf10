/** Days on which nothing is due: national holidays by law, movable feasts, and the feast days of a place. */
@NullMarked
package pe.minka.registry.feast;

import org.jspecify.annotations.NullMarked;
