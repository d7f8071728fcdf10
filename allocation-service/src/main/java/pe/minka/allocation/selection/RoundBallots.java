package pe.minka.allocation.selection;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.util.UUID;

/** The anonymous ballot files of closed rounds, each held to the hash that was published with its tally. */
@ApplicationScoped
class RoundBallots implements PanacheRepositoryBase<BallotFile, UUID> {}
