package pe.minka.registry.agent;

import pe.minka.registry.regulation.Participation;

/** In what capacity an agent takes part. What it may do is the regulation's to say. */
public enum AgentRole {
    /** Represents an organisation. */
    PRINCIPAL,
    /** Stands in for a principal of the same organisation. */
    ALTERNATE,
    /** Member of the council, of the coordination council, or another authority. */
    OFFICIAL,
    /** Staff and professionals who support the process. */
    TECHNICAL_TEAM;

    public boolean hasVoice(Participation rule) {
        return rule.voice().isEmpty() || rule.voice().contains(name());
    }

    /** @law DS 142-2009-EF art. 2.b, narrowed by the regulation */
    public boolean hasVote(Participation rule) {
        return switch (this) {
            case PRINCIPAL -> true;
            case ALTERNATE -> rule.alternatesVote();
            case OFFICIAL -> rule.officialsVote();
            case TECHNICAL_TEAM -> rule.technicalTeamVotes();
        };
    }

    boolean signs(Participation rule) {
        return rule.sign().contains(name());
    }

    boolean supervises(Participation rule) {
        return rule.supervise().contains(name());
    }
}
