package pe.minka.workshop.paper;

import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.workshop.ballot.Polling;
import pe.minka.workshop.process.Processes;

import java.util.UUID;

/** Tables as anyone may see them, and to officers of their entity alone what is done at them. */
@ApplicationScoped
class ShowTables {

    private final PaperTables tables;
    private final Polling polling;
    private final Processes processes;

    ShowTables(PaperTables tables, Polling polling, Processes processes) {
        this.tables = tables;
        this.polling = polling;
        this.processes = processes;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem for a table that is not of the caller's entity */
    void mustBeOfCaller(UUID table) {
        processes.ofCaller(polling.known(tables.known(table).round()).process());
    }

    TableView view(PaperTable table) {
        boolean over = polling.known(table.round()).isOver();
        return new TableView(
                table.table(),
                table.round(),
                table.label(),
                table.issued(),
                table.voters(),
                table.used(),
                table.spoiled(),
                table.returned(),
                table.state(),
                over ? table.withoutBallot() : null,
                over ? table.invalid() : null,
                tables.entries(table).size(),
                tables.reconciliations(table.table()).stream()
                        .map(TableView.ReconciliationView::of)
                        .toList(),
                tables.sheets(table.table()).stream()
                        .map(TableView.SheetView::of)
                        .toList());
    }
}
