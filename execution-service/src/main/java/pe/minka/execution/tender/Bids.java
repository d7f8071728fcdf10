package pe.minka.execution.tender;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** All bids. */
@ApplicationScoped
class Bids implements PanacheRepositoryBase<BidRow, UUID> {

    List<BidRow> of(UUID tender) {
        return list("tender = ?1 order by place", tender);
    }
}
