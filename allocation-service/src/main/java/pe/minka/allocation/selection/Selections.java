package pe.minka.allocation.selection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.document.Documents;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The selections of all processes. */
@ApplicationScoped
public class Selections implements PanacheRepositoryBase<SelectionRow, UUID> {

    private final Documents documents;

    Selections(Documents documents) {
        this.documents = documents;
    }

    /** What a selection found, in the order of support. */
    record Outcome(List<ProjectOutcome> selected, List<ProjectOutcome> notSelected) {}

    /** A selection of this process; one of another is as unknown. */
    public MadeSelection requireOf(ProcessId process, UUID selection) {
        var row = require(selection);
        if (!row.process.equals(process)) {
            throw Problem.notFound().toException();
        }
        return made(row);
    }

    /** The newest selection from a round and an envelope; empty where there is none. */
    Optional<UUID> newestOf(ProcessId process, UUID round, UUID envelope) {
        return find("process = ?1 and round = ?2 and envelope = ?3 order by madeAt desc", process, round, envelope)
                .firstResultOptional()
                .map(row -> row.id);
    }

    SelectionRow require(UUID selection) {
        return findByIdOptional(selection).orElseThrow(() -> Problem.notFound().toException());
    }

    MadeSelection made(SelectionRow row) {
        var outcome = documents.read(row.outcome, Outcome.class);
        return new MadeSelection(
                row.id,
                row.process,
                row.entity,
                row.round,
                row.envelope,
                row.budget,
                outcome.selected(),
                outcome.notSelected());
    }
}
