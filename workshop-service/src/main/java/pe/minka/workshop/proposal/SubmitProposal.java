package pe.minka.workshop.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.plan.Objectives;
import pe.minka.workshop.process.BudgetProcess;

/** Takes in a proposal: whatever it lacks for the ballot may come later. */
@ApplicationScoped
public class SubmitProposal {

    private final Proposals proposals;
    private final Objectives objectives;
    private final Outbox outbox;

    SubmitProposal(Proposals proposals, Objectives objectives, Outbox outbox) {
        this.proposals = proposals;
        this.objectives = objectives;
        this.outbox = outbox;
    }

    /** @param pointer where the submission stands in the request, for what is wrong with it */
    @Transactional
    public ProposedProject submit(BudgetProcess process, Submission submission, String pointer) {
        var objective = submission.objective();
        if (objective != null && !objectives.serves(process.process(), objective)) {
            throw Problem.unprocessable("objective-unknown")
                    .error(pointer + "/objective", "objective-unknown", "objective", objective)
                    .toException();
        }
        var code = submission.uniqueInvestmentCode();
        if (code != null && proposals.investmentCodeIsTaken(process.process(), code)) {
            throw Problem.conflict("investment-code-taken")
                    .with("uniqueInvestmentCode", code)
                    .toException();
        }
        var proposal = Proposal.submitted(process.process(), process.entity(), submission);
        proposals.persistAndFlush(proposal);
        proposals.getEntityManager().refresh(proposal);
        outbox.append(new ProposalSubmitted(
                process.process(),
                process.entity(),
                proposal.proposal,
                proposal.title,
                proposal.objective,
                proposal.zone,
                proposal.extent,
                proposal.origin,
                process.regulation().proposals().proposerHidden() ? null : proposal.organisation));
        return proposal.facts();
    }
}
