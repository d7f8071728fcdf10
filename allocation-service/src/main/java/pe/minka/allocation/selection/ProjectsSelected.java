package pe.minka.allocation.selection;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.util.List;
import java.util.UUID;

/**
 * A vote and a budget selected projects, by the regulation's rule, with a reason for each.
 *
 * @param rule as the command line takes it
 * @param inputSha256 of the file from which anyone can repeat the count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProjectsSelected(
        ProcessId process,
        EntityCode entity,
        UUID selection,
        UUID round,
        UUID envelope,
        String rule,
        Soles budget,
        String inputSha256,
        List<Found> selected,
        List<Found> notSelected)
        implements DomainEvent {

    /**
     * @param rank its place by support, from 1
     * @param reserve its place on the reserve list, from 1
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Found(
            UUID proposal,
            String title,
            Soles amount,
            long votes,
            int rank,
            @Nullable UUID objective,
            @Nullable String zone,
            @Nullable Integer reserve,
            Reason reason) {

        static Found of(ProjectOutcome outcome) {
            return new Found(
                    outcome.proposal(),
                    outcome.title(),
                    outcome.amount(),
                    outcome.votes(),
                    outcome.rank(),
                    outcome.objective(),
                    outcome.zone(),
                    outcome.reserve(),
                    outcome.reason());
        }
    }

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return selection.toString();
    }
}
