package pe.minka.execution.settlement;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.execution.process.Regulation;
import pe.minka.execution.project.ClosureRequirement;
import pe.minka.execution.project.Missing;
import pe.minka.execution.project.Project;

import java.util.List;
import java.util.Map;

/** No work is closed without final accounts, nor with accounts that its ledgers contradict. */
@ApplicationScoped
class FinalAccountsRequirement implements ClosureRequirement {

    private final Settlements settlements;

    FinalAccountsRequirement(Settlements settlements) {
        this.settlements = settlements;
    }

    @Override
    public List<Missing> missingAtClosure(Project project, Regulation regulation) {
        return settlements
                .standingOf(project.id())
                .map(accounts -> accounts.agreesWith(project)
                        ? List.<Missing>of()
                        : List.of(new Missing("final-accounts-outdated", Map.of("settledOn", accounts.settledOn))))
                .orElseGet(() -> List.of(new Missing("final-accounts", Map.of())));
    }
}
