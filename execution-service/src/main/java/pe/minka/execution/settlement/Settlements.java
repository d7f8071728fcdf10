package pe.minka.execution.settlement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.Optional;
import java.util.UUID;

/** All final accounts, with those that were corrected. */
@ApplicationScoped
class Settlements implements PanacheRepositoryBase<Settlement, UUID> {

    Optional<Settlement> standingOf(UUID project) {
        return find("project = ?1 and standing = true", project).firstResultOptional();
    }
}
