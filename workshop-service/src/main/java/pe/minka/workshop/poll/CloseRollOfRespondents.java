package pe.minka.workshop.poll;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.BeforeClose;
import pe.minka.workshop.ballot.Polling;

import java.util.UUID;

/** Where the roll grew with whoever was met, its size is known when the round closes. */
@ApplicationScoped
class CloseRollOfRespondents implements BeforeClose {

    private final Statements statements;
    private final Polling polling;

    CloseRollOfRespondents(Statements statements, Polling polling) {
        this.statements = statements;
        this.polling = polling;
    }

    @Override
    public void lacks(UUID round, Problem missing) {}

    @Override
    public void conclude(UUID round) {
        if (polling.known(round).rule().ofRespondents()) {
            statements.execute(
                    "update round set roll = (select count(distinct seat) from roll_entry where round = ?)"
                            + " where round = ?",
                    round,
                    round);
        }
    }
}
