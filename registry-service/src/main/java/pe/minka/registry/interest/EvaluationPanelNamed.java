package pe.minka.registry.interest;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/**
 * Who judges a proposal was named. Keyed by process.
 *
 * @param opinionsNeeded how many opinions the regulation asks for
 * @param members accounts of the evaluators, who have all declared and are bound to no official
 */
public record EvaluationPanelNamed(
        ProcessId process, EntityCode entity, UUID proposal, int opinionsNeeded, List<Member> members)
        implements DomainEvent {

    /** @param account by which the identity provider knows the evaluator */
    public record Member(UUID evaluator, String account, String post) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return proposal.toString();
    }
}
