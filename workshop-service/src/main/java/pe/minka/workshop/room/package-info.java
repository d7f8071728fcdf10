/** Votes in the room: hands counted by two tellers, and the roll call of delegates who carry a mandate. */
@NullMarked
package pe.minka.workshop.room;

import org.jspecify.annotations.NullMarked;
