package pe.minka.registry.organisation;

/** How far an organisation reaches, as registration records ask for it. */
public enum OrganisationScope {
    DEPARTMENTAL,
    PROVINCIAL,
    DISTRICT
}
