package pe.minka.registry.cost;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;
import pe.minka.registry.storage.Violation;

import java.util.List;

/** All that running processes cost. */
@ApplicationScoped
class ProcessExpenses {

    private final EntityManager database;

    ProcessExpenses(EntityManager database) {
        this.database = database;
    }

    void add(ProcessExpense expense) {
        try {
            database.persist(expense);
            database.flush();
        } catch (PersistenceException refused) {
            if (Violation.constraintOf(refused)
                    .filter("process_expense_document_once"::equals)
                    .isPresent()) {
                throw Problem.conflict("expense-recorded")
                        .with("document", expense.document)
                        .toException();
            }
            throw refused;
        }
    }

    List<ProcessExpense> of(ProcessId process) {
        return database.createQuery(
                        "from ProcessExpense where process = :process order by spentOn, id", ProcessExpense.class)
                .setParameter("process", process)
                .getResultList();
    }
}
