package pe.minka.execution.committee;

import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.AgentId;
import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;

import java.util.List;
import java.util.UUID;

/** The people of a committee took office. Topic {@code minka.execution.v1}, keyed by process. */
public record CommitteeConstituted(
        ProcessId process,
        EntityCode entity,
        UUID committee,
        @Nullable UUID project,
        CommitteeKind kind,
        String act,
        List<Seat> members)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return committee.toString();
    }

    /** A post and who holds it; never more of the person than the sex. */
    public record Seat(String post, @Nullable String sex, AgentId agent) {}
}
