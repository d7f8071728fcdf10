package pe.minka.workshop.ballot;

/** Why a mark is none that the ballot allows. */
enum Breach {
    OPTION_NOT_ON_BALLOT,
    OPTION_MARKED_TWICE,
    TOO_FEW_CHOICES,
    TOO_MANY_CHOICES,
    BLANK_NOT_ALLOWED,
    OVER_BUDGET,
    POINTS_MISSING,
    POINTS_NOT_ASKED,
    POINTS_OUT_OF_RANGE
}
