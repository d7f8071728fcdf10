package pe.minka.execution.settlement;

import pe.minka.platform.core.DomainEvent;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;

import java.time.LocalDate;
import java.util.UUID;

/** The final accounts of a work, or a correction of them. Spent is what accrued; community money stands apart. Topic {@code minka.execution.v1}, keyed by process. */
public record AccountsSettled(
        ProcessId process,
        EntityCode entity,
        UUID project,
        Soles agreed,
        Soles spent,
        Soles contributions,
        CommunityPurse communityMoney,
        LocalDate settledOn)
        implements DomainEvent {

    @Override
    public String key() {
        return process.toString();
    }

    @Override
    public String subject() {
        return project.toString();
    }

    /** Money of the community: received is what was spent and what was given back. */
    public record CommunityPurse(Soles received, Soles spent, Soles returned) {}
}
