package pe.minka.registry.agent;

/**
 * One requirement that an application does not meet, with the reason.
 *
 * @param pointer member of the application
 * @param code stable name of the requirement
 * @param expected what the regulation asks for
 */
record Unmet(String pointer, String code, String expected, String law) {}
