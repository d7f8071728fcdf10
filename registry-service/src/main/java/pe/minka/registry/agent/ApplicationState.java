package pe.minka.registry.agent;

/** Where an application stands on a day. */
enum ApplicationState {
    /** Something lacks, and the term to cure it runs. */
    OBSERVED,
    /** Nothing lacks that keeps it out; it waits for the accreditation. */
    COMPLETE,
    ACCREDITED,
    WITHDRAWN,
    /** Something lacked when the term to cure it was over. */
    LAPSED
}
