package pe.minka.allocation.envelope;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import pe.minka.platform.core.EntityCode;
import pe.minka.platform.core.ProcessId;
import pe.minka.platform.core.Soles;
import pe.minka.platform.runtime.problem.Problem;

import java.util.List;
import java.util.UUID;

/** The envelopes of all processes. */
@ApplicationScoped
public class Envelopes implements PanacheRepositoryBase<EnvelopeRow, UUID> {

    private final CashStatements cash;

    Envelopes(CashStatements cash) {
        this.cash = cash;
    }

    public Envelope require(UUID envelope) {
        return row(envelope).snapshot();
    }

    /** An envelope of this process; one of another is as unknown. */
    public Envelope requireOf(ProcessId process, UUID envelope) {
        var found = require(envelope);
        if (!found.process().equals(process)) {
            throw Problem.notFound().toException();
        }
        return found;
    }

    /** All envelopes of a process by fiscal year. */
    public List<Envelope> of(ProcessId process) {
        return rows(process).stream().map(EnvelopeRow::snapshot).toList();
    }

    /** All envelopes of an entity, whatever their process, by fiscal year; each year by its newest process. */
    public List<Envelope> of(EntityCode entity) {
        return list("entity = ?1 order by fiscalYear, declaredAt desc", entity).stream()
                .map(EnvelopeRow::snapshot)
                .toList();
    }

    EnvelopeRow row(UUID envelope) {
        return findByIdOptional(envelope).orElseThrow(() -> Problem.notFound().toException());
    }

    List<EnvelopeRow> rows(ProcessId process) {
        return list("process = ?1 order by fiscalYear, purse", process);
    }

    /** No other transaction takes money of this envelope until this one ends. */
    public void lock(UUID envelope) {
        findById(envelope, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Takes money for agreements. The row decides: of two that together exceed the envelope one gets none.
     *
     * @return whether it was taken
     * @throws RuntimeException 409 where the cash behind the envelope does not carry it
     */
    public boolean reserve(UUID envelope, Soles amount) {
        getEntityManager().flush();
        refuseOverCash(envelope, amount);
        return getEntityManager()
                        .createNativeQuery("update envelope set reserved = reserved + ?2, version = version + 1"
                                + " where id = ?1 and reserved + ?2 <= amount")
                        .setParameter(1, envelope)
                        .setParameter(2, amount.centimos())
                        .executeUpdate()
                == 1;
    }

    /**
     * Refuses a new commitment that the cash behind the envelope does not carry, or while a shortage is unexplained.
     * Where nobody stated any cash the envelope alone decides.
     */
    public void refuseOverCash(UUID envelope, Soles more) {
        lock(envelope);
        var position = cash.position(envelope);
        if (position.isEmpty()) {
            return;
        }
        var row = row(envelope);
        getEntityManager().refresh(row);
        switch (position.get().judge(row.reserved, more)) {
            case FREE -> {}
            case EXPLANATION_OWED ->
                throw Problem.conflict("cash-explanation-owed")
                        .with("envelope", envelope)
                        .toException();
            case OVER_CASH ->
                throw Problem.conflict("commitments-over-cash")
                        .with("cash", position.get().cash())
                        .with("committed", row.reserved)
                        .with("asked", more)
                        .toException();
        }
    }

    /** Gives back what an agreement no longer needs. */
    public void release(UUID envelope, Soles amount) {
        getEntityManager()
                .createNativeQuery("update envelope set reserved = reserved - ?2, version = version + 1 where id = ?1")
                .setParameter(1, envelope)
                .setParameter(2, amount.centimos())
                .executeUpdate();
    }
}
