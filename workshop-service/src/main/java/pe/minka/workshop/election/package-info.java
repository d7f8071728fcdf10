/** Committees elected among the agents. */
@NullMarked
package pe.minka.workshop.election;

import org.jspecify.annotations.NullMarked;
