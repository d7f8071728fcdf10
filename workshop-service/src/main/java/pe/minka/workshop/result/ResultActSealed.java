package pe.minka.workshop.result;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/**
 * The act of a result can no longer be changed. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param sha256 of the act
 * @param ballotsSha256 of the file of ballots
 */
record ResultActSealed(
        ProcessId process, EntityCode entity, UUID round, String sha256, String ballotsSha256, Instant sealedAt)
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
