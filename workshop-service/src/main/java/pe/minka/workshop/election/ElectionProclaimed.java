package pe.minka.workshop.election;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A committee was elected. Topic {@code minka.workshop.v1}, keyed by process. */
record ElectionProclaimed(
        ProcessId process,
        EntityCode entity,
        UUID election,
        Election.Kind kind,
        @Nullable UUID project,
        List<Elected> elected,
        Instant proclaimedAt)
        implements DomainEvent {

    record Elected(AgentId agent, String post, @Nullable String sex) {}

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return election.toString();
    }
}
