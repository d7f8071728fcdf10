package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

/** The log of readings of personal fields, for features that show them to staff. */
@ApplicationScoped
public class PersonalReadings {

    private final AccessLog log;

    PersonalReadings(AccessLog log) {
        this.log = log;
    }

    /** In the transaction of the reading: what cannot be logged is not shown. */
    public void log(ProcessId process, int agents, String purpose) {
        log.read(process, agents, purpose);
    }
}
