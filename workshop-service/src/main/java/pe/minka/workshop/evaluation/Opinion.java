package pe.minka.workshop.evaluation;

import pe.minka.workshop.proposal.ProposedProject;

import java.util.Collection;

/** What the technical team thinks of a proposal. */
public enum Opinion {
    VIABLE,
    /** Something is to be mended first. */
    OBSERVED,
    NOT_VIABLE;

    /**
     * What several opinions come to: one against is enough against, and viable needs as many as the regulation asks.
     *
     * @param latest the latest opinion of each evaluator
     */
    static ProposedProject.Status together(Collection<Opinion> latest, int needed) {
        if (latest.contains(NOT_VIABLE)) {
            return ProposedProject.Status.NOT_VIABLE;
        }
        if (latest.contains(OBSERVED)) {
            return ProposedProject.Status.OBSERVED;
        }
        return !latest.isEmpty() && latest.size() >= needed
                ? ProposedProject.Status.VIABLE
                : ProposedProject.Status.SUBMITTED;
    }
}
