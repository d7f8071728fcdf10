package pe.minka.workshop.election;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All elections. */
@ApplicationScoped
class Elections implements PanacheRepositoryBase<Election, UUID> {

    Election known(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Problem.notFound().toException());
    }

    Election locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    List<Election> of(ProcessId process) {
        return list("process = ?1 order by election", process);
    }

    /** What was proclaimed on the count of this round. */
    Optional<Election> proclaimedOn(UUID round) {
        return find("(round = ?1 or tieRound = ?1) and proclaimedAt is not null", round)
                .firstResultOptional();
    }

    List<Candidate> candidates(UUID election) {
        return getEntityManager()
                .createQuery("from Candidate where election = :election order by number", Candidate.class)
                .setParameter("election", election)
                .getResultList();
    }
}
