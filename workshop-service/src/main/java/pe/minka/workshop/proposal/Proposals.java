package pe.minka.workshop.proposal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** All proposals. */
@ApplicationScoped
class Proposals implements PanacheRepositoryBase<Proposal, UUID> {

    Proposal known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound().toException());
    }

    Proposal locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<Proposal> of(ProcessId process, Collection<UUID> ids) {
        return list("process = ?1 and proposal in ?2", process, ids);
    }

    /** In the order of their submission. */
    List<Proposal> of(
            ProcessId process,
            ProposedProject.@Nullable Origin origin,
            ProposedProject.@Nullable Status status,
            @Nullable UUID objective,
            long after,
            int limit) {
        var where = new StringBuilder("process = :process and position > :after");
        var values = Parameters.with("process", process).and("after", after);
        if (origin != null) {
            where.append(" and origin = :origin");
            values.and("origin", origin);
        }
        if (status != null) {
            where.append(" and status = :status");
            values.and("status", status);
        }
        if (objective != null) {
            where.append(" and objective = :objective");
            values.and("objective", objective);
        }
        return find(where.append(" order by position").toString(), values)
                .page(0, limit)
                .list();
    }

    boolean investmentCodeIsTaken(ProcessId process, String code) {
        return count("process = ?1 and uniqueInvestmentCode = ?2", process, code) > 0;
    }
}
