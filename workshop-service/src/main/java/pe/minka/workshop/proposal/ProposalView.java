package pe.minka.workshop.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.util.List;
import java.util.UUID;

/**
 * A proposal as anyone may see it: never who submitted it.
 *
 * @param organisation absent until it is evaluated, where the regulation hides it from those who evaluate
 * @param lacks what it still needs to be put to the vote
 */
@Schema(name = "Proposal")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProposalView(
        UUID proposal,
        ProcessId process,
        String title,
        @Nullable String problem,
        @Nullable String description,
        @Nullable UUID objective,
        @Nullable String zone,
        ProposedProject.Extent scope,
        ProposedProject.Origin origin,
        @Nullable UUID organisation,
        @Nullable Integer beneficiaries,
        @Nullable Soles cost,
        @Nullable String uniqueInvestmentCode,
        ProposedProject.Status status,
        List<ProposedProject.Lack> lacks,
        long version) {

    static ProposalView of(Proposal proposal, Regulation.Proposals rule) {
        boolean hidden = rule.proposerHidden() && proposal.status == ProposedProject.Status.SUBMITTED;
        return new ProposalView(
                proposal.proposal,
                proposal.process,
                proposal.title,
                proposal.problem,
                proposal.description,
                proposal.objective,
                proposal.zone,
                proposal.extent,
                proposal.origin,
                hidden ? null : proposal.organisation,
                proposal.beneficiaries,
                proposal.cost,
                proposal.uniqueInvestmentCode,
                proposal.status,
                proposal.facts().lacksFor(rule),
                proposal.version);
    }
}
