package pe.minka.workshop.ballot;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.UUID;

/** A round is open; its roll is frozen. Topic {@code minka.workshop.v1}, keyed by process. */
record RoundOpened(
        ProcessId process,
        EntityCode entity,
        UUID round,
        String title,
        RoundKind kind,
        BallotKind ballot,
        Instant opensAt,
        @Nullable Instant closesAt,
        int roll)
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
