package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.runtime.persistence.Statements;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.workshop.ballot.BeforeClose;

import java.util.UUID;

/** A round closes when each of its tables is counted and its sheet photographed. */
@ApplicationScoped
class ClosePaperVoting implements BeforeClose {

    private final PaperTables tables;
    private final Statements statements;

    ClosePaperVoting(PaperTables tables, Statements statements) {
        this.tables = tables;
        this.statements = statements;
    }

    @Override
    public void lacks(UUID round, Problem missing) {
        for (PaperTable table : tables.of(round)) {
            if (table.state() != PaperTable.State.COUNTED) {
                missing.error("", "paper-table-not-counted", "label", table.label());
            }
            if (tables.sheets(table.table()).isEmpty()) {
                missing.error("", "paper-sheet-missing", "label", table.label());
            }
        }
    }

    /** Who voted at which table is nobody's business once its tally is public. */
    @Override
    public void conclude(UUID round) {
        statements.execute(
                "delete from paper_voter where \"table\" in (select \"table\" from paper_table where round = ?)",
                round);
    }
}
