package pe.minka.allocation.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.allocation.process.Percent;
import pe.minka.allocation.round.ProjectTally;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How the whole investment programme fared in a vote, project by project.
 *
 * @param validated had at least one vote
 */
record ProgrammeVote(List<ProjectVote> projects, int put, int validated) {

    /**
     * What the people said of one project.
     *
     * @param proposal under which it stood on the ballot; absent where it was not put to the vote
     * @param votes absent as well
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ProjectVote(
            @Nullable String code,
            String name,
            @Nullable UUID proposal,
            @Nullable Long votes,
            boolean validated) {}

    /** Finds each project of the programme on the ballot, by its code or else by its name. */
    static ProgrammeVote of(List<ListedProject> programme, List<ProjectTally> tallies) {
        var projects = programme.stream().map(project -> vote(project, tallies)).toList();
        return new ProgrammeVote(
                projects,
                (int) projects.stream()
                        .filter(project -> project.proposal() != null)
                        .count(),
                (int) projects.stream().filter(ProjectVote::validated).count());
    }

    private static ProjectVote vote(ListedProject project, List<ProjectTally> tallies) {
        var subject = project.subject();
        var tally = tallies.stream()
                .filter(each -> project.code() != null && project.code().equals(each.uniqueInvestmentCode()))
                .findFirst()
                .or(() -> tallies.stream()
                        .filter(each -> each.uniqueInvestmentCode() == null || project.code() == null)
                        .filter(each -> Subject.of(each.title()).equals(subject))
                        .findFirst());
        return tally.map(found -> new ProjectVote(
                        project.code(), project.name(), found.proposal(), found.votes(), found.votes() > 0))
                .orElseGet(() -> new ProjectVote(project.code(), project.name(), null, null, false));
    }

    /** Of the whole programme, in percent with four decimals rounded down; absent where it is empty. */
    Optional<Percent> validatedShare() {
        return projects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Percent(BigDecimal.valueOf(100L * validated)
                        .divide(BigDecimal.valueOf(projects.size()), 4, RoundingMode.DOWN)));
    }
}
