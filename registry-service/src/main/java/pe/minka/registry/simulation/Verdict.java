package pe.minka.registry.simulation;

/** What a rule says of a plan; from good to bad. */
enum Verdict {
    PASS,
    WARN,
    REFUSE
}
