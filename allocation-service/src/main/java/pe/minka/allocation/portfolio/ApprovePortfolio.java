package pe.minka.allocation.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.allocation.process.Processes;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.runtime.caller.Caller;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/** The secretary records the act by which the body that the ordinance names approved a portfolio. */
@ApplicationScoped
class ApprovePortfolio {

    private final Processes processes;
    private final Portfolios portfolios;
    private final PortfolioApprovals approvals;
    private final Caller caller;
    private final Clock clock;

    ApprovePortfolio(
            Processes processes, Portfolios portfolios, PortfolioApprovals approvals, Caller caller, Clock clock) {
        this.processes = processes;
        this.portfolios = portfolios;
        this.approvals = approvals;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    PortfolioApprovalRow approve(UUID portfolioId, String body, String number, LocalDate decidedOn) {
        var portfolio = portfolios.require(portfolioId);
        caller.mustActFor(portfolio.entity);
        portfolios.lock(portfolioId);
        var demand = processes.require(portfolio.process).regulation().portfolio();
        var asked = demand == null ? null : demand.approvedBy();
        if (asked == null || !asked.equals(body)) {
            throw Problem.unprocessable("portfolio-approval-by-another")
                    .with("body", Objects.requireNonNullElse(asked, Regulation.NO_ARTICLE))
                    .toException();
        }
        if (approvals.findByIdOptional(portfolioId).isPresent()) {
            throw Problem.conflict("portfolio-already-approved").toException();
        }
        if (decidedOn.isBefore(portfolio.madeOn)) {
            throw Problem.unprocessable("approval-dated-before")
                    .with("earliest", portfolio.madeOn)
                    .toException();
        }
        var row = new PortfolioApprovalRow();
        row.portfolio = portfolioId;
        row.body = body;
        row.number = number;
        row.decidedOn = decidedOn;
        row.recordedAt = clock.instant();
        approvals.persist(row);
        return row;
    }
}
