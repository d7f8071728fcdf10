package pe.minka.registry.agent;

/**
 * Why someone sits again although the seat rotates, and what was handed over to those who come after: knowledge is
 * shared, or the exception is not made.
 */
record RotationOverride(String reason, String handover) {}
