package pe.minka.registry.territory;

/** What kind of public entity runs processes. */
public enum EntityKind {
    DISTRICT_MUNICIPALITY("DISTRICT"),
    /** Governs a province and, beside it, the province's capital district (cercado). */
    PROVINCIAL_MUNICIPALITY("PROVINCE"),
    REGIONAL_GOVERNMENT("REGION");

    private final String level;

    EntityKind(String level) {
        this.level = level;
    }

    /** The level of government as regulations name it. */
    public String level() {
        return level;
    }
}
