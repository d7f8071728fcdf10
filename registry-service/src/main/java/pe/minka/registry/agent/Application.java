package pe.minka.registry.agent;

import org.jspecify.annotations.Nullable;
import pe.minka.registry.organisation.OrganisationKind;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * Someone applies to be an agent. Holds personal data: never printed, logged or sent.
 *
 * @param documentNumber as written by the applicant or the clerk
 * @param organisationFoundedOn where the organisation states it; asked only where the regulation asks for seniority
 * @param papers what was handed in, by the regulation's names
 * @param supporters of a citizen without organisation
 * @param adults of the territory as published; absent where nobody published them
 */
record Application(
        AgentRole role,
        IdentityDocument.Kind documentKind,
        String documentNumber,
        @Nullable LocalDate birthDate,
        OrganisationKind organisationKind,
        @Nullable LocalDate organisationFoundedOn,
        Set<String> papers,
        int supporters,
        @Nullable BigDecimal adults) {

    @Override
    public String toString() {
        return "application as " + role;
    }
}
