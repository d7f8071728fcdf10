package pe.minka.execution.agreement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;
import java.util.UUID;

/** All agreed projects. */
@ApplicationScoped
class Agreements implements PanacheRepositoryBase<Agreement, UUID> {

    List<Agreement> of(UUID act) {
        return list("act = ?1 order by title, agreement", act);
    }
}
