package pe.minka.execution.committee;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;

/**
 * Who is proposed for a post, with what is known of the agent.
 *
 * @param accredited whether the registry holds the agent accredited to this process today
 */
record Candidate(
        AgentId agent,
        String post,
        boolean accredited,
        @Nullable String sex,
        @Nullable String zone,
        @Nullable String organisationKind) {}
