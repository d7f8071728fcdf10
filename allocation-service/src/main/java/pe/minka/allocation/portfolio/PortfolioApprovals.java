package pe.minka.allocation.portfolio;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.process.CalledProcess;
import pe.minka.allocation.process.Regulation;
import pe.minka.platform.runtime.problem.Problem;

import java.util.UUID;

/** The approvals of portfolios. */
@ApplicationScoped
public class PortfolioApprovals implements PanacheRepositoryBase<PortfolioApprovalRow, UUID> {

    /** Refuses a portfolio that has not the approval its ordinance asks for. */
    public void refuseUnapproved(CalledProcess process, UUID portfolio) {
        var demand = process.regulation().portfolio();
        if (demand != null
                && demand.approvedBy() != null
                && findByIdOptional(portfolio).isEmpty()) {
            throw Problem.conflict("portfolio-not-approved")
                    .with("body", demand.approvedBy())
                    .with("law", Regulation.article(demand.law()))
                    .toException();
        }
    }
}
