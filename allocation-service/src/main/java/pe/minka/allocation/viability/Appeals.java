package pe.minka.allocation.viability;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The appeals against technical refusals; one each. */
@ApplicationScoped
class Appeals implements PanacheRepositoryBase<AppealRow, UUID> {}
