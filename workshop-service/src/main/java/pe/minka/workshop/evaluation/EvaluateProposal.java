package pe.minka.workshop.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.proposal.ProposedProject;
import pe.minka.workshop.proposal.ProposedProjects;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Takes in a technical opinion and says what all of them come to. */
@ApplicationScoped
public class EvaluateProposal {

    private final ProposedProjects proposals;
    private final Evaluations evaluations;
    private final Outbox outbox;
    private final Clock clock;

    EvaluateProposal(ProposedProjects proposals, Evaluations evaluations, Outbox outbox, Clock clock) {
        this.proposals = proposals;
        this.evaluations = evaluations;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** An opinion declared elsewhere, such as in the national investment bank. */
    @Transactional
    public void declared(BudgetProcess process, UUID proposal, Opinion opinion, @Nullable Soles cost, String source) {
        evaluate(process, proposal, "declared", opinion, cost, source);
    }

    @Transactional
    Evaluation evaluate(
            BudgetProcess process,
            UUID id,
            String evaluator,
            Opinion opinion,
            @Nullable Soles cost,
            String explanation) {
        var rule = process.regulation().proposals();
        var proposal = proposals.locked(id);
        if (opinion == Opinion.VIABLE && rule.requireCost() && cost == null && proposal.cost() == null) {
            throw Problem.unprocessable("cost-missing").with("law", rule.law()).toException();
        }
        var evaluation = new Evaluation(id, evaluator, opinion, cost, explanation, clock.instant());
        evaluations.persistAndFlush(evaluation);
        var evaluated =
                proposals.evaluated(id, Opinion.together(evaluations.latestOf(id), rule.opinionsNeeded()), cost);
        outbox.append(
                new ProposalEvaluated(process.process(), process.entity(), id, opinion, evaluated.cost(), explanation));
        if (evaluated.status() == ProposedProject.Status.NOT_VIABLE) {
            outbox.append(new ProposalRefused(process.process(), process.entity(), id, "NOT_VIABLE"));
        }
        return evaluation;
    }

    List<Evaluation> of(UUID proposal) {
        return evaluations.of(proposal);
    }
}
