package pe.minka.registry.regulation;

/**
 * What is wrong in a regulation.
 *
 * @param pointer JSON pointer into the document
 * @param code stable name of the fault
 * @param expected what would be right, in words of the document
 * @param law the article that is broken; empty where it is a fault of form
 */
record Fault(String pointer, String code, String expected, String law) {}
