package pe.minka.allocation.round;

import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.document.Documents;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The rounds this service has heard of. */
@ApplicationScoped
public class Rounds implements PanacheRepositoryBase<VotingRound, UUID> {

    private final Documents documents;

    Rounds(Documents documents) {
        this.documents = documents;
    }

    /** A round that can be selected from. An unknown one, or one of another process, is not found; one still open refuses. */
    public TalliedRound requireTallied(ProcessId process, UUID round) {
        return findByIdOptional(round)
                .filter(found -> found.process.equals(process))
                .map(this::tallied)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, whatever its process. */
    public TalliedRound requireTallied(UUID round) {
        return findByIdOptional(round)
                .map(this::tallied)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    private TalliedRound tallied(VotingRound row) {
        if (row.tallies == null) {
            throw Problem.conflict("round-not-tallied")
                    .with("round", row.id)
                    .with("closed", row.closed)
                    .toException();
        }
        return new TalliedRound(
                row.id,
                row.process,
                Objects.requireNonNullElse(row.turnout, 0),
                documents.read(row.tallies, new TypeReference<List<ProjectTally>>() {}),
                row.ballotsSha256);
    }

    VotingRound heard(UUID round, ProcessId process, EntityCode entity) {
        return findByIdOptional(round).orElseGet(() -> {
            var row = new VotingRound();
            row.id = round;
            row.process = process;
            row.entity = entity;
            persist(row);
            return row;
        });
    }
}
