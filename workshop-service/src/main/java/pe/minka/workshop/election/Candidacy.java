package pe.minka.workshop.election;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;

/**
 * Who wants to stand, with what has to be declared of it.
 *
 * @param list on which the agent stands, where lists are elected
 * @param publicOffice whether the agent holds one on the day of the election
 * @param outgoingMember whether the agent belongs to the committee that ends
 */
record Candidacy(
        AgentId agent,
        @Nullable String list,
        @Nullable Boolean publicOffice,
        @Nullable Boolean outgoingMember) {}
