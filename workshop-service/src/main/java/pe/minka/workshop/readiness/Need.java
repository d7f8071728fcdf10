package pe.minka.workshop.readiness;

import java.util.Arrays;
import java.util.Optional;

/** Something a regulation may ask for before a round opens. */
enum Need {
    NOTICE_GIVEN(true),
    QUORUM_PRESENT(true),
    TRAINING_HELD(false),
    BUDGET_PRESENTED_IN_SESSION(true),
    ACCOUNTS_ATTACHED(true),
    ELECTED_OFFICIAL_ATTENDED(true),
    PROBLEMS_RANKED(false),
    THEMES_AND_OPINIONS_SHOWN(false),
    ENTITY_PROJECTS_ON_BALLOT(false);

    private final boolean ofSession;

    Need(boolean ofSession) {
        this.ofSession = ofSession;
    }

    /** Whether it is looked for in the session of the vote. */
    boolean isOfSession() {
        return ofSession;
    }

    /** Nothing for a name from a later version of the schema: what is not known cannot be met. */
    static Optional<Need> of(String name) {
        return Arrays.stream(values()).filter(need -> need.name().equals(name)).findFirst();
    }
}
