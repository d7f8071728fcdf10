package pe.minka.registry.regulation;

import java.util.List;
import java.util.Optional;

/**
 * What the regulation does about faults of agents.
 *
 * @param faults those that it names; where it names none nobody is sanctioned
 * @param replacementDays working days that an organisation has to replace its agent
 * @param disqualifiesOrganisation whether a disqualification keeps the organisation out of the process too
 */
public record SanctionsRule(
        List<NamedFault> faults, int replacementDays, boolean disqualifiesOrganisation, String law) {

    /** What an agent does wrong. */
    public enum FaultKind {
        ABSENCE,
        VIOLENCE,
        DRUNKENNESS,
        DISORDER,
        ELECTIONEERING
    }

    /** How grave a fault is. */
    public enum FaultGravity {
        LIGHT,
        SERIOUS
    }

    /** What follows from a fault. */
    public enum SanctionMeasure {
        /** A letter to the organisation. */
        LETTER,
        /** The organisation replaces the agent, or the agent is disqualified. */
        REPLACEMENT,
        /** The agent is disqualified at once. */
        DISQUALIFICATION
    }

    /** A fault with what follows from it. */
    public record NamedFault(FaultKind fault, FaultGravity gravity, SanctionMeasure measure, String law) {}

    public boolean foreseen() {
        return !faults.isEmpty();
    }

    public Optional<NamedFault> of(FaultKind fault) {
        return faults.stream().filter(named -> named.fault() == fault).findFirst();
    }
}
