package pe.minka.workshop.programme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.workshop.evaluation.EvaluateProposal;
import pe.minka.workshop.evaluation.Opinion;
import pe.minka.workshop.process.BudgetProcess;
import pe.minka.workshop.proposal.Submission;
import pe.minka.workshop.proposal.SubmitProposal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Makes proposals of the projects of the investment programme. */
@ApplicationScoped
class ImportProgramme {

    private final SubmitProposal submitProposal;
    private final EvaluateProposal evaluateProposal;

    ImportProgramme(SubmitProposal submitProposal, EvaluateProposal evaluateProposal) {
        this.submitProposal = submitProposal;
        this.evaluateProposal = evaluateProposal;
    }

    /** @param declaredViable where and when it was declared viable; null where it is still to be evaluated */
    record Project(Submission submission, @Nullable String declaredViable) {}

    /** All or none, in the order given. */
    @Transactional
    List<UUID> take(BudgetProcess process, List<Project> projects) {
        var made = new ArrayList<UUID>();
        for (Project project : projects) {
            var proposal = submitProposal.submit(process, project.submission(), "/projects/" + made.size());
            if (project.declaredViable() != null) {
                evaluateProposal.declared(
                        process,
                        proposal.id(),
                        Opinion.VIABLE,
                        project.submission().cost(),
                        project.declaredViable());
            }
            made.add(proposal.id());
        }
        return made;
    }
}
