package pe.minka.workshop.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.workshop.evaluation.EvaluateProposal;
import pe.minka.workshop.evaluation.Opinion;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.proposal.Proposal;
import pe.minka.workshop.proposal.Submission;
import pe.minka.workshop.proposal.SubmitProposal;

import java.util.ArrayList;
import java.util.List;

/** Makes proposals of the projects of the investment programme. */
@ApplicationScoped
class ImportProgramme {

    private final SubmitProposal submitProposal;
    private final EvaluateProposal evaluateProposal;

    ImportProgramme(SubmitProposal submitProposal, EvaluateProposal evaluateProposal) {
        this.submitProposal = submitProposal;
        this.evaluateProposal = evaluateProposal;
    }

    @Transactional
    List<Proposal> take(BudgetProcess process, List<ProgrammeResource.ProjectRequest> projects) {
        var made = new ArrayList<Proposal>();
        for (int i = 0; i < projects.size(); i++) {
            var project = projects.get(i);
            var submission = new Submission(
                    project.title(),
                    null,
                    project.description(),
                    project.objective(),
                    project.zone(),
                    project.scope(),
                    Proposal.Origin.PROGRAMME,
                    null,
                    null,
                    project.beneficiaries(),
                    project.cost(),
                    project.uniqueInvestmentCode());
            var proposal = submitProposal.submit(process, submission, "/projects/" + i);
            var viability = project.viability();
            if (viability != null) {
                evaluateProposal.declared(
                        process,
                        proposal.id(),
                        Opinion.VIABLE,
                        project.cost(),
                        "Declarado viable el " + viability.declaredOn() + ": " + viability.source());
            }
            made.add(proposal);
        }
        return made;
    }
}
