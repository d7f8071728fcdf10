package pe.minka.registry.interest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What binds a person to an official.
 *
 * @param official post of the official: a public act, never the name of a private person
 */
record Tie(Kind kind, String official) {

    /** Kinship by blood, law or rite, and money: patronage has many names. */
    @Schema(name = "TieKind")
    enum Kind {
        SPOUSE,
        BLOOD_RELATIVE,
        RELATIVE_BY_MARRIAGE,
        /** Compadrazgo: a tie of rite that binds as kinship does. */
        GODPARENT,
        EMPLOYER,
        BUSINESS_PARTNER,
        CREDITOR
    }
}
