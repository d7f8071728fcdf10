package pe.minka.registry.organisation;

/** Which side an organisation stands on. */
public enum Sector {
    CIVIL_SOCIETY,
    STATE
}
