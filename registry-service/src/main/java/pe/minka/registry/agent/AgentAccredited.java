package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.registry.organisation.OrganisationKind;

import java.util.UUID;

/**
 * An agent was accredited. Keyed by process. Tells nothing of the person but coarse facts.
 *
 * @param organisation absent for officials and technical team without one
 * @param personPseudonym the same for one person throughout the process, and another in each other process: whoever was
 *     an agent of it before is known again, and nobody is found
 * @param credentialSha256 SHA-256 of {@code <process>:<credential>}, so that a credential shown at a door is recognised
 *     where the credential itself is not kept
 */
public record AgentAccredited(
        ProcessId process,
        EntityCode entity,
        AgentId agent,
        @Nullable UUID organisation,
        @Nullable OrganisationKind organisationKind,
        AgentRole role,
        Sex sex,
        String ageBand,
        String language,
        @Nullable String zone,
        boolean voice,
        boolean vote,
        String personPseudonym,
        String credentialSha256)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return agent.toString();
    }
}
