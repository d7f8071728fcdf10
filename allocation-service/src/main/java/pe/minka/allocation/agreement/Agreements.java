package pe.minka.allocation.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The agreements of all acts. */
@ApplicationScoped
public class Agreements implements PanacheRepositoryBase<AgreementRow, UUID> {

    public Agreement require(UUID agreement) {
        return findByIdOptional(agreement)
                .map(AgreementRow::snapshot)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** The same, and no other transaction changes it until this one ends. */
    public Agreement requireAlone(UUID agreement) {
        return findByIdOptional(agreement, LockModeType.PESSIMISTIC_WRITE)
                .map(AgreementRow::snapshot)
                .orElseThrow(() -> Problem.notFound().toException());
    }

    /** All agreements of all acts of a process. */
    public List<Agreement> of(ProcessId process) {
        return list("process = ?1 order by votes desc, title", process).stream()
                .map(AgreementRow::snapshot)
                .toList();
    }

    /**
     * Changes the amount of an agreement that is held alone; the envelope is settled apart.
     *
     * @return the number of this modification, from 1
     */
    public int modify(UUID agreement, Soles amount) {
        return findById(agreement).modify(amount);
    }

    /** Its work is done and closed; one that was lawfully given up before stays given up. */
    public void keep(UUID agreement) {
        findByIdOptional(agreement)
                .filter(row -> row.state == AgreementState.OPEN)
                .ifPresent(row -> row.state = AgreementState.DONE);
    }

    /** Agreements of an entity that are still to be kept, whatever their process, by id. */
    public List<Agreement> openOf(EntityCode entity) {
        return list("entity = ?1 and state = ?2 order by id", entity, AgreementState.OPEN).stream()
                .map(AgreementRow::snapshot)
                .toList();
    }

    List<Agreement> ofAct(UUID act) {
        return list("act = ?1 order by votes desc, title", act).stream()
                .map(AgreementRow::snapshot)
                .toList();
    }
}
