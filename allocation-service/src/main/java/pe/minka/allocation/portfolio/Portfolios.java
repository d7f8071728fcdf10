package pe.minka.allocation.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The portfolios of all processes. */
@ApplicationScoped
public class Portfolios implements PanacheRepositoryBase<PortfolioRow, UUID> {

    PortfolioRow require(UUID portfolio) {
        return findByIdOptional(portfolio).orElseThrow(() -> Problem.notFound().toException());
    }

    /** No other transaction approves it until this one ends. */
    void lock(UUID portfolio) {
        findById(portfolio, LockModeType.PESSIMISTIC_WRITE);
    }

    /** A portfolio of this process; one of another is as unknown. */
    public MadePortfolio requireOf(ProcessId process, UUID portfolio) {
        var row = require(portfolio);
        if (!row.process.equals(process)) {
            throw Problem.notFound().toException();
        }
        return new MadePortfolio(
                row.id,
                row.process,
                row.selection,
                row.entries.stream()
                        .map(entry -> new Entry(entry.proposal, entry.year, entry.phase, entry.amount))
                        .toList());
    }
}
