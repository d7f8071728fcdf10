package pe.minka.allocation.report;

import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.round.ProjectTally;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How the investment programme and the agents' own proposals fared in one round.
 *
 * @param programme projects of the programme that were put to the vote
 * @param validated of them, those that had at least one vote
 * @param proposed projects that the agents brought
 * @param entered of them, those that are agreed on
 */
record ProgrammeReport(int programme, int validated, int proposed, int entered) {

    private static final String OF_THE_PROGRAMME = "PROGRAMME";
    private static final String OF_THE_AGENTS = "AGENTS";

    static ProgrammeReport of(List<ProjectTally> tallies, List<Agreement> agreements) {
        var agreed = agreements.stream().map(Agreement::proposal).collect(Collectors.toSet());
        var programme = from(OF_THE_PROGRAMME, tallies);
        var proposed = from(OF_THE_AGENTS, tallies);
        return new ProgrammeReport(
                programme.size(),
                (int) programme.stream().filter(tally -> tally.votes() > 0).count(),
                proposed.size(),
                (int) proposed.stream()
                        .map(ProjectTally::proposal)
                        .filter(agreed::contains)
                        .count());
    }

    private static List<ProjectTally> from(String origin, List<ProjectTally> tallies) {
        return tallies.stream().filter(tally -> origin.equals(tally.origin())).toList();
    }

    /** In whole percent, rounded down; absent where there was nothing to validate. */
    Optional<Integer> validatedPercent() {
        return percent(validated, programme);
    }

    /** In whole percent, rounded down; absent where nothing was proposed. */
    Optional<Integer> enteredPercent() {
        return percent(entered, proposed);
    }

    private static Optional<Integer> percent(int part, int whole) {
        return whole == 0 ? Optional.empty() : Optional.of(part * 100 / whole);
    }

    /** Those that the agents brought and that are agreed on. */
    static List<UUID> enteredProposals(List<ProjectTally> tallies, List<Agreement> agreements) {
        var agreed = agreements.stream().map(Agreement::proposal).collect(Collectors.toSet());
        return from(OF_THE_AGENTS, tallies).stream()
                .map(ProjectTally::proposal)
                .filter(agreed::contains)
                .toList();
    }
}
