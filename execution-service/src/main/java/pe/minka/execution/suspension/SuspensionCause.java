package pe.minka.execution.suspension;

/** Why works stand still: a technical or a legal cause, or none that anyone would name. */
public enum SuspensionCause {
    RAINS(Nature.TECHNICAL),
    TECHNICAL_FILE_FAULT(Nature.TECHNICAL),
    UNFORESEEN_GROUND(Nature.TECHNICAL),
    MATERIALS_SHORTAGE(Nature.TECHNICAL),
    LABOUR_SHORTAGE(Nature.TECHNICAL),
    ACCIDENT(Nature.TECHNICAL),
    EMERGENCY(Nature.LEGAL),
    BUDGET_NOT_AVAILABLE(Nature.LEGAL),
    CONTRACT_DISPUTE(Nature.LEGAL),
    CONTRACT_RESCINDED(Nature.LEGAL),
    COURT_ORDER(Nature.LEGAL),
    PERMIT_MISSING(Nature.LEGAL),
    LAND_DISPUTE(Nature.LEGAL),
    HERITAGE_FINDING(Nature.LEGAL),
    /** No technical or legal cause was given; published as such. */
    NONE(Nature.NONE);

    /** What kind of cause it is. */
    enum Nature {
        TECHNICAL,
        LEGAL,
        NONE
    }

    private final Nature nature;

    SuspensionCause(Nature nature) {
        this.nature = nature;
    }

    Nature nature() {
        return nature;
    }
}
