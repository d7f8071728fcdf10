package pe.minka.allocation.modification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import pe.minka.allocation.agreement.Agreement;
import pe.minka.allocation.modification.Drift.Change;

import java.util.List;
import java.util.UUID;

/** The modifications of all agreements. */
@ApplicationScoped
class Modifications implements PanacheRepositoryBase<ModificationRow, UUID> {

    List<ModificationRow> of(UUID agreement) {
        return list("agreement = ?1 order by sequence", agreement);
    }

    Drift drift(Agreement agreement) {
        return Drift.of(
                agreement.agreedAmount(),
                of(agreement.id()).stream()
                        .map(row -> new Change(row.amountBefore, row.amountAfter))
                        .toList());
    }
}
