/** What the agents, the programme and the entity propose to build. */
@NullMarked
package pe.minka.workshop.proposal;

import org.jspecify.annotations.NullMarked;
