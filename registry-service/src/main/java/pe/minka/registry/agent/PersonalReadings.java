package pe.minka.registry.agent;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** The log of readings of personal fields, for features that show them to staff. */
@ApplicationScoped
public class PersonalReadings {

    private final AccessLog log;

    PersonalReadings(AccessLog log) {
        this.log = log;
    }

    /** Of these agents. In the transaction of the reading: what cannot be logged is not shown. */
    public void log(ProcessId process, List<UUID> agents, String purpose) {
        log.readEach(process, agents, purpose);
    }
}
