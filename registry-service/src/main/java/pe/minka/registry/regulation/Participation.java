package pe.minka.registry.regulation;

import java.util.Set;

/**
 * Who of the agents speaks, votes, signs and watches.
 *
 * @law DS 142-2009-EF art. 2.b gives agents voice and vote; the regulation says who is counted
 */
public record Participation(
        boolean technicalTeamVotes,
        boolean alternatesVote,
        boolean officialsVote,
        boolean oneVotePerOrganisation,
        Set<String> voice,
        Set<String> sign,
        Set<String> supervise,
        String law) {}
