package pe.minka.registry.outreach;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

/**
 * How far the outreach got, in figures that name nobody.
 *
 * @param visitsPlanned all but those cancelled
 * @param opponentsVisited of those who oppose the administration
 */
record Reach(
        int stakeholders,
        int invited,
        int visitsPlanned,
        int visitsMade,
        int visited,
        int opponents,
        int opponentsVisited) {

    static Reach of(List<Stakeholder> stakeholders, List<Visit> visits) {
        var visited = new HashSet<UUID>();
        visits.stream().filter(visit -> visit.madeOn() != null).forEach(visit -> visited.add(visit.stakeholder()));
        var opponents = stakeholders.stream()
                .filter(stakeholder -> stakeholder.attitude() == Stakeholder.Attitude.OPPOSES)
                .map(Stakeholder::id)
                .toList();
        return new Reach(
                stakeholders.size(),
                (int) stakeholders.stream()
                        .filter(stakeholder -> stakeholder.invitedOn() != null)
                        .count(),
                (int) visits.stream()
                        .filter(visit -> visit.cancelledOn() == null)
                        .count(),
                (int) visits.stream().filter(visit -> visit.madeOn() != null).count(),
                visited.size(),
                opponents.size(),
                among(opponents, visited));
    }

    private static int among(Collection<UUID> some, Collection<UUID> others) {
        return (int) some.stream().filter(others::contains).count();
    }
}
