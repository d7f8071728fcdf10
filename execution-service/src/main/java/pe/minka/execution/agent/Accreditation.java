package pe.minka.execution.agent;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an agent.
 *
 * @param stands false once revoked, or replaced by another one
 */
public record Accreditation(
        boolean stands,
        @Nullable String sex,
        @Nullable String zone,
        @Nullable String organisationKind) {}
