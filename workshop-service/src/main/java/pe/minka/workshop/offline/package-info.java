/** Ballots sealed on a device without a network and brought later: in any order, as often as one likes, each once. */
@NullMarked
package pe.minka.workshop.offline;

import org.jspecify.annotations.NullMarked;
