package pe.minka.registry.agent;

/** Where an accreditation stands. */
enum AgentState {
    ACCREDITED,
    REVOKED,
    REPLACED
}
