package pe.minka.execution.warehouse;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** What lies in all warehouses. */
@ApplicationScoped
class Stocks implements PanacheRepositoryBase<StockRow, StockRow.Id> {

    List<StockRow> of(UUID project) {
        return list("id.project = ?1 order by id.item, id.unit", project);
    }

    StockRow findOrAdd(StockRow.Id id) {
        return findByIdOptional(id).orElseGet(() -> {
            var added = new StockRow(id);
            persist(added);
            return added;
        });
    }
}
