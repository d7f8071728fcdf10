package pe.minka.execution.progress;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** All progress reports of all works. */
@ApplicationScoped
class ProgressReports implements PanacheRepositoryBase<ProgressReport, UUID> {

    Optional<ProgressReport> latestOf(UUID project) {
        return find("project = ?1 order by periodEnd desc", project).firstResultOptional();
    }

    List<ProgressReport> of(UUID project, LocalDate after, int limit) {
        return find("project = ?1 and periodEnd > ?2 order by periodEnd", project, after)
                .page(0, limit)
                .list();
    }
}
