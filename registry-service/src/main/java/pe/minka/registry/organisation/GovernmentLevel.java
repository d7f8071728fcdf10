package pe.minka.registry.organisation;

/** Of which level of government a body of the State is, as registration records ask for it. */
public enum GovernmentLevel {
    NATIONAL,
    REGIONAL,
    LOCAL
}
