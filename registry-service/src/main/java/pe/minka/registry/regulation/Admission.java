package pe.minka.registry.regulation;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * What the regulation asks of an organisation and of its agents, and nothing more is asked.
 *
 * @param documents identity documents accepted; empty: all
 * @param organisationKinds kinds that may send agents; empty: all
 * @param agentsPerOrganisation most principals of one organisation; absent: no ceiling
 * @param seniorityMonths months that the organisation must have existed
 * @param particulars what is asked of a person beside name and document
 * @param alternatesPerOrganisation most alternates of one organisation; absent: no ceiling
 * @param delegationWomen women that a whole delegation holds; absent where none is composed
 */
public record Admission(
        Set<String> documents,
        int minimumAge,
        Set<String> organisationKinds,
        @Nullable Integer agentsPerOrganisation,
        @Nullable Integer alternatesPerOrganisation,
        int seniorityMonths,
        Set<String> papers,
        Set<String> particulars,
        boolean unorganisedAllowed,
        SupportersRule supporters,
        @Nullable Integer delegationWomen,
        @Nullable Integer delegationMen,
        int cureDays,
        int challengeDays,
        int decisionDays,
        boolean replacement,
        String law) {}
