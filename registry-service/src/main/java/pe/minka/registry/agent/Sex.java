package pe.minka.registry.agent;

/** As the identity document states it. */
public enum Sex {
    FEMALE,
    MALE
}
