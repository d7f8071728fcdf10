package pe.minka.registry.organisation;

/** What an organisation is. The regulation says which kinds may send agents. */
public enum OrganisationKind {
    PEASANT_COMMUNITY,
    NATIVE_COMMUNITY,
    NEIGHBOURHOOD_BOARD,
    WOMENS_ORGANISATION,
    GLASS_OF_MILK_COMMITTEE,
    COMMUNAL_KITCHEN,
    YOUTH_ORGANISATION,
    PRODUCERS_ASSOCIATION,
    PEASANT_PATROL,
    PARENTS_ASSOCIATION,
    LABOUR_UNION,
    BUSINESS,
    PROFESSIONAL_ASSOCIATION,
    NGO,
    RELIGIOUS_ORGANISATION,
    CULTURAL_ORGANISATION,
    EDUCATION_INSTITUTION,
    DISABILITY_ORGANISATION,
    MUNICIPALITY,
    STATE_BODY,
    /** Citizens without organisation, by the path that the regulation opens to them. */
    UNORGANISED_CITIZENS,
    OTHER;

    /** Whether it belongs to the State; everything else is civil society. */
    public Sector sector() {
        return this == MUNICIPALITY || this == STATE_BODY || this == EDUCATION_INSTITUTION
                ? Sector.STATE
                : Sector.CIVIL_SOCIETY;
    }
}
