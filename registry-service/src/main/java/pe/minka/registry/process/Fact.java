package pe.minka.registry.process;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;

/**
 * What this service reads of the events of others that a phase may require.
 *
 * @param kind which round, election or committee
 * @param approval who approved
 */
record Fact(
        ProcessId process,
        @Nullable String kind,
        @Nullable String approval,
        @Nullable String plan,
        @Nullable String workshop,
        @Nullable String proposal,
        @Nullable String round,
        @Nullable String election,
        @Nullable String envelope,
        @Nullable String distribution,
        @Nullable String selection,
        @Nullable String portfolio,
        @Nullable String act,
        @Nullable String committee) {}
