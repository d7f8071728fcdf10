package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/**
 * An act interrupted, prolonged or ended a vote, or noted an incident. Topic {@code minka.workshop.v1}, keyed by process.
 *
 * @param deadline of an extension, and of nothing else
 * @param sha256 of the act as canonical JSON: its words stand with the round, and were not changed since
 */
record RoundActRecorded(
        ProcessId process,
        EntityCode entity,
        UUID round,
        int number,
        ActOnRound.Act act,
        @Nullable Instant deadline,
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
