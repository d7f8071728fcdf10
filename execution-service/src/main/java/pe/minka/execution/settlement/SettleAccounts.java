package pe.minka.execution.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import pe.minka.execution.contribution.CommunityMoney;
import pe.minka.execution.project.Projects;
import pe.minka.execution.settlement.AccountsSettled.CommunityPurse;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.events.Outbox;
import pe.minka.platform.runtime.problem.Problem;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

/** Draws the final accounts from the ledgers; both purses must come out even. */
@ApplicationScoped
class SettleAccounts {

    private final Projects projects;
    private final Settlements settlements;
    private final CommunityMoney communityMoney;
    private final Outbox outbox;
    private final Clock clock;

    SettleAccounts(
            Projects projects, Settlements settlements, CommunityMoney communityMoney, Outbox outbox, Clock clock) {
        this.projects = projects;
        this.settlements = settlements;
        this.communityMoney = communityMoney;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param givenBack what is left of the community's money and goes back to it now */
    @Transactional
    Settlement settle(UUID projectId, LocalDate on, String document, Soles givenBack) {
        var project = projects.lockedForCaller(projectId);
        project.take(project.state().settle(on));
        var left = project.communityBalance();
        if (!left.equals(givenBack)) {
            throw Problem.conflict("community-money-unreconciled")
                    .with("left", left)
                    .with("givenBack", givenBack)
                    .toException();
        }
        if (givenBack.centimos() > 0) {
            communityMoney.giveBack(project, givenBack, document, on);
        }
        settlements.standingOf(projectId).ifPresent(corrected -> {
            corrected.standing = false;
            settlements.flush();
        });
        var accounts = new Settlement(project, on, document, communityMoney.returnedOf(projectId), clock.instant());
        settlements.persist(accounts);
        outbox.append(new AccountsSettled(
                project.process(),
                project.entity(),
                projectId,
                accounts.agreed,
                accounts.accrued,
                accounts.contributed,
                new CommunityPurse(accounts.communityReceived, accounts.communitySpent, accounts.communityReturned),
                on));
        return accounts;
    }
}
