/** Rounds, rolls, ballots and counts: who voted and what was voted never meet. */
@NullMarked
package pe.minka.workshop.ballot;

import org.jspecify.annotations.NullMarked;
