package pe.minka.registry.agent;

/** The highest level of education that a person finished. */
enum EducationLevel {
    NONE("SIN INSTRUCCIÓN"),
    PRIMARY("PRIMARIA"),
    SECONDARY("SECUNDARIA"),
    TECHNICAL("SUPERIOR TÉCNICA"),
    UNIVERSITY("SUPERIOR UNIVERSITARIA"),
    POSTGRADUATE("POSGRADO");

    private final String onForms;

    EducationLevel(String onForms) {
        this.onForms = onForms;
    }

    /** As the forms have it, in Spanish. */
    String onForms() {
        return onForms;
    }
}
