package pe.minka.workshop.roll;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/**
 * An act changed a frozen roll, or decided that it stays. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param roll how many may vote from then on
 * @param sha256 of the act as canonical JSON: whom it is about and its words stand with the round
 */
record RollActRecorded(
        ProcessId process,
        EntityCode entity,
        UUID round,
        int number,
        ActOnRoll.Act act,
        int roll,
        Instant at,
        String sha256)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return round.toString();
    }
}
