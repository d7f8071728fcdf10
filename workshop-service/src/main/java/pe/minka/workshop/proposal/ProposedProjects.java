package pe.minka.workshop.proposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.workshop.process.Regulation;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The proposals for those who evaluate them and those who put them to the vote. */
@ApplicationScoped
public class ProposedProjects {

    private final Proposals proposals;

    ProposedProjects(Proposals proposals) {
        this.proposals = proposals;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem not found, where there is none */
    public ProposedProject known(UUID id) {
        return proposals.known(id).facts();
    }

    /** The proposal, which no other transaction changes before this one ends. */
    public ProposedProject locked(UUID id) {
        return proposals.locked(id).facts();
    }

    public List<ProposedProject> of(ProcessId process, Collection<UUID> ids) {
        return proposals.of(process, ids).stream().map(Proposal::facts).toList();
    }

    /** Those that one side brings, in the order of their submission. */
    public List<ProposedProject> of(ProcessId process, ProposedProject.Origin origin) {
        return proposals.list("process = ?1 and origin = ?2 order by position", process, origin).stream()
                .map(Proposal::facts)
                .toList();
    }

    public ProposalView view(UUID id, Regulation.Proposals rule) {
        return ProposalView.of(proposals.known(id), rule);
    }

    /** What the technical opinions came to, and the cost they found. */
    @Transactional
    public ProposedProject evaluated(UUID id, ProposedProject.Status outcome, @Nullable Soles cost) {
        var proposal = proposals.known(id);
        proposal.evaluated(outcome, cost);
        proposals.flush();
        return proposal.facts();
    }
}
