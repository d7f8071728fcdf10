package pe.minka.workshop.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** Who judges which proposal, where the registry named somebody: whoever declared no interests for it has no say. */
@ApplicationScoped
class Panels {

    private final Statements statements;

    Panels(Statements statements) {
        this.statements = statements;
    }

    /** @param accounts of all members; those named before are on it no more */
    void name(UUID proposal, List<String> accounts) {
        statements.execute("delete from evaluation_panel where proposal = ?", proposal);
        statements.execute(
                "insert into evaluation_panel (proposal, account) select ?, unnest(?::text[]) on conflict do nothing",
                proposal,
                accounts.toArray(String[]::new));
    }

    /** Where no panel was named, every evaluator of the entity may. */
    void mustAdmit(UUID proposal, String account) {
        boolean outside = statements.count(
                        "select count(*) from evaluation_panel where proposal = ? having not bool_or(account = ?)",
                        proposal,
                        account)
                > 0;
        if (outside) {
            throw Problem.forbidden("not-on-panel").toException();
        }
    }
}
