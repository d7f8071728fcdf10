package pe.minka.workshop.ballot;

import pe.minka.workshop.process.BudgetProcess;

/** Something that is done with each round that opens, in the same transaction. */
public interface RoundStage {

    void opened(BudgetProcess process, Round round);
}
