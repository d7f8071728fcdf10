package pe.minka.platform.runtime.imports;

import java.util.List;

/**
 * Takes in one kind of rows: an {@code @ApplicationScoped} bean of a service.
 *
 * <p>Called inside a transaction that may hold many rows and that may be undone and repeated, so it only writes to the
 * database (the outbox included) and never calls out. It runs after the request that brought the file: there is no
 * caller but {@link ImportContext#caller()}.
 */
public interface RowImporter {

    /** By which {@link ImportJobs#start} finds it: {@code agents}. */
    String kind();

    List<Column> columns();

    /** How many rows are taken together; more where they wait for each other and leave no entities in the session. */
    default int batch() {
        return 100;
    }

    /**
     * Looks up for many rows at once what {@link #take} would look for one by one; called in the transaction in which
     * they are taken, before the first of them. It decides nothing, and a row may be taken without it.
     */
    default void prepare(List<Row> rows, ImportContext context) {}

    /**
     * Decides on one row and, where it is sound, writes it. A refusal is an answer and comes before anything is written
     * ({@link Row#breach}, {@link Row#refused}); an exception refuses the row too, but undoes its whole transaction, so
     * it is for what a database constraint finds.
     */
    RowOutcome take(Row row, ImportContext context);

    /**
     * What follows from the file as a whole: called once after its last row, in the transaction that ends the job; of a
     * rehearsal in the one that is undone. Not called where a file is refused.
     */
    default void finish(ImportContext context) {}
}
