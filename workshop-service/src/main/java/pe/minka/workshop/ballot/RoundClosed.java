package pe.minka.workshop.ballot;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** No ballot of the round is taken any more. Topic {@code minka.workshop.v1}, keyed by process. */
record RoundClosed(ProcessId process, EntityCode entity, UUID round, Instant closedAt) implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return round.toString();
    }
}
